-- The register of order 138 (Appendix 1), every column of it, as at an instant: {journal} and {until} are filled in.
--
-- The columns of the journal are given, since looking for them first makes the reading twice as long.

CREATE TEMP TABLE acts AS
SELECT seq, act.id, act."type" AS kind, act."case" AS case_number, act."at" AS done, act.what
FROM read_ndjson(
  '{journal}', maximum_object_size = 70000,
  columns = {{
    seq: 'BIGINT',
    act: 'STRUCT("at" VARCHAR, "case" VARCHAR, id VARCHAR, "type" VARCHAR, what STRUCT(
      applicant STRUCT(id VARCHAR, "name" VARCHAR),
      changes STRUCT(
        "condition" VARCHAR, contacts STRUCT(email VARCHAR, phone VARCHAR), customsDeclaration VARCHAR,
        dataCentreAddress VARCHAR, hashrateTHs DECIMAL(24, 9), holderName VARCHAR,
        legalAddress VARCHAR, model VARCHAR, possessionDocument VARCHAR,
        powerKW DECIMAL(24, 9), serialNumber VARCHAR, tnvedCode VARCHAR),
      contacts STRUCT(email VARCHAR, phone VARCHAR), dataCentreAddress VARCHAR, entries VARCHAR, filing VARCHAR,
      legalAddress VARCHAR, "number" VARCHAR, possession STRUCT(document VARCHAR), tnvedCode VARCHAR,
      units STRUCT(
        "condition" VARCHAR, customsDeclaration VARCHAR, hashrateTHs DECIMAL(24, 9), model VARCHAR,
        powerKW DECIMAL(24, 9), serialNumber VARCHAR)[]))'
  }})
WHERE act."at" <= '{until}'
  AND act."type" IN (
    'apk.inclusionFiled', 'apk.unitsListed', 'apk.included', 'apk.exclusionFiled', 'apk.entriesListed', 'apk.excluded',
    'apk.changeNotified', 'apk.changeEntered');

-- The units of each filing, in its own list and then in its parts.
CREATE TEMP VIEW listed AS
WITH lists AS (
  SELECT id AS filing, 0 AS part, what.units AS units FROM acts WHERE kind = 'apk.inclusionFiled'
  UNION ALL
  SELECT what.filing, try_cast(what."number" AS INT), what.units FROM acts WHERE kind = 'apk.unitsListed'
), placed AS (
  SELECT *, coalesce(sum(len(units)) OVER earlier, 0)::BIGINT AS before FROM lists
  WINDOW earlier AS (PARTITION BY filing ORDER BY part ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
)
SELECT filing, before + generate_subscripts(units, 1) - 1 AS place, unnest(units) AS unit FROM placed;

-- The entries that each exclusion and each change concerns, in its own list and in its parts.
CREATE TEMP VIEW concerned AS
WITH lists AS (
  SELECT id AS filing, what.entries AS entries FROM acts WHERE kind IN ('apk.exclusionFiled', 'apk.changeNotified')
  UNION ALL
  SELECT what.filing, what.entries FROM acts WHERE kind = 'apk.entriesListed'
), ranges AS (
  SELECT filing, unnest(from_json(entries, '[{{"first": "BIGINT", "last": "BIGINT"}}]')) AS r FROM lists
)
SELECT filing, unnest(generate_series(r."first", r."last")) AS entry FROM ranges;

CREATE TEMP VIEW excluded AS
SELECT entry, min(result.done) AS excluded_at
FROM acts AS result JOIN concerned ON result.what.filing = concerned.filing
WHERE result.kind = 'apk.excluded' GROUP BY entry;

-- The last word of each member: arg_max passes over what a change does not mention.
CREATE TEMP VIEW changed AS
SELECT
  entry, arg_max(c."condition", result.seq) AS "condition", arg_max(c.contacts, result.seq) AS contacts,
  arg_max(c.customsDeclaration, result.seq) AS customsDeclaration,
  arg_max(c.dataCentreAddress, result.seq) AS dataCentreAddress,
  arg_max(c.hashrateTHs, result.seq) AS hashrateTHs, arg_max(c.holderName, result.seq) AS holderName,
  arg_max(c.legalAddress, result.seq) AS legalAddress, arg_max(c.model, result.seq) AS model,
  arg_max(c.possessionDocument, result.seq) AS possessionDocument, arg_max(c.powerKW, result.seq) AS powerKW,
  arg_max(c.serialNumber, result.seq) AS serialNumber, arg_max(c.tnvedCode, result.seq) AS tnvedCode
FROM acts AS result
JOIN (SELECT id, what.changes AS c FROM acts WHERE kind = 'apk.changeNotified') AS filing
  ON result.what.filing = filing.id
JOIN concerned ON concerned.filing = filing.id
WHERE result.kind = 'apk.changeEntered' GROUP BY entry;

CREATE TEMP TABLE register AS
WITH included AS (
  SELECT what.filing AS filing, done, (what.entries->>'$.first')::BIGINT AS first_entry
  FROM acts WHERE kind = 'apk.included'
), entered AS (
  SELECT first_entry + place AS entry, included.done, filed.what AS w, filed.case_number, unit
  FROM included
  JOIN listed ON listed.filing = included.filing
  JOIN (SELECT id, what, case_number FROM acts WHERE kind = 'apk.inclusionFiled') AS filed ON filed.id = included.filing
)
SELECT
  entry AS "number", done AS enteredAt,
  coalesce(c.holderName, w.applicant."name") AS holderName, w.applicant.id AS holderId,
  coalesce(c.legalAddress, w.legalAddress) AS legalAddress,
  coalesce(c.dataCentreAddress, w.dataCentreAddress) AS dataCentreAddress, coalesce(c.contacts, w.contacts) AS contacts,
  coalesce(c.model, unit.model) AS model, coalesce(c.serialNumber, unit.serialNumber) AS serialNumber,
  coalesce(c.tnvedCode, w.tnvedCode) AS tnvedCode, coalesce(c.hashrateTHs, unit.hashrateTHs) AS hashrateTHs,
  coalesce(c.powerKW, unit.powerKW) AS powerKW,
  coalesce(c.customsDeclaration, unit.customsDeclaration) AS customsDeclaration,
  coalesce(c.possessionDocument, w.possession.document) AS possessionDocument, excluded_at AS excludedAt,
  coalesce(c."condition", unit."condition") AS "condition", case_number AS "case"
FROM entered LEFT JOIN excluded USING (entry) LEFT JOIN changed AS c USING (entry);

SELECT
  count(*) FILTER (excludedAt IS NULL) AS standing, count(excludedAt) AS excluded,
  sum(hashrateTHs) FILTER (excludedAt IS NULL) AS hashrateTHs, sum(powerKW) FILTER (excludedAt IS NULL) AS powerKW
FROM register;
