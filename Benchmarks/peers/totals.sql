-- The totals of the register of order 138 as at an instant, and nothing else of it: what a query that need not show the
-- register gets away with. {journal} and {until} are filled in.

CREATE TEMP TABLE acts AS
SELECT
  seq, act.id, act."type" AS kind, act.what.changes AS changes, act.what.entries AS entries,
  act.what.filing AS filing, act.what."number" AS "number", act.what.units AS units
FROM read_ndjson(
  '{journal}', maximum_object_size = 70000,
  columns = {{
    seq: 'BIGINT',
    act: 'STRUCT("at" VARCHAR, id VARCHAR, "type" VARCHAR, what STRUCT(
      changes STRUCT(hashrateTHs DECIMAL(24, 9), powerKW DECIMAL(24, 9)), entries VARCHAR, filing VARCHAR,
      "number" VARCHAR, units STRUCT(hashrateTHs DECIMAL(24, 9), powerKW DECIMAL(24, 9))[]))'
  }})
WHERE act."at" <= '{until}'
  AND act."type" IN (
    'apk.inclusionFiled', 'apk.unitsListed', 'apk.included', 'apk.exclusionFiled', 'apk.entriesListed', 'apk.excluded',
    'apk.changeNotified', 'apk.changeEntered');

CREATE TEMP VIEW listed AS
WITH lists AS (
  SELECT id AS filing, 0 AS part, units FROM acts WHERE kind = 'apk.inclusionFiled'
  UNION ALL
  SELECT filing, try_cast("number" AS INT), units FROM acts WHERE kind = 'apk.unitsListed'
), placed AS (
  SELECT *, coalesce(sum(len(units)) OVER earlier, 0)::BIGINT AS before FROM lists
  WINDOW earlier AS (PARTITION BY filing ORDER BY part ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
)
SELECT filing, before + generate_subscripts(units, 1) - 1 AS place, unnest(units) AS unit FROM placed;

CREATE TEMP VIEW concerned AS
WITH lists AS (
  SELECT id AS filing, entries FROM acts WHERE kind IN ('apk.exclusionFiled', 'apk.changeNotified')
  UNION ALL
  SELECT filing, entries FROM acts WHERE kind = 'apk.entriesListed'
), ranges AS (
  SELECT filing, unnest(from_json(entries, '[{{"first": "BIGINT", "last": "BIGINT"}}]')) AS r FROM lists
)
SELECT filing, unnest(generate_series(r."first", r."last")) AS entry FROM ranges;

WITH entered AS (
  SELECT (result.entries->>'$.first')::BIGINT + place AS entry, unit
  FROM acts AS result JOIN listed USING (filing) WHERE result.kind = 'apk.included'
), excluded AS (
  SELECT DISTINCT entry, true AS gone
  FROM acts AS result JOIN concerned USING (filing) WHERE result.kind = 'apk.excluded'
), changed AS (
  SELECT
    entry, arg_max(filed.changes.hashrateTHs, result.seq) AS hashrateTHs,
    arg_max(filed.changes.powerKW, result.seq) AS powerKW
  FROM acts AS result JOIN acts AS filed ON result.filing = filed.id JOIN concerned ON concerned.filing = filed.id
  WHERE result.kind = 'apk.changeEntered' GROUP BY entry
)
SELECT
  count(*) FILTER (gone IS NULL) AS standing, count(gone) AS excluded,
  sum(coalesce(c.hashrateTHs, unit.hashrateTHs)) FILTER (gone IS NULL) AS hashrateTHs,
  sum(coalesce(c.powerKW, unit.powerKW)) FILTER (gone IS NULL) AS powerKW
FROM entered LEFT JOIN excluded USING (entry) LEFT JOIN changed AS c USING (entry);
