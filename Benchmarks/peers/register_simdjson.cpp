// The register of order 138 as at an instant, every column of it, with simdjson's on-demand parser: JOURNAL UNTIL.
//
// The library's own second thread finds the structure of the next lines while these are read. What the units of a
// filing share is kept once. Nothing is verified.
#include <fcntl.h>
#include <simdjson.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

using namespace simdjson;
using std::string;
using std::string_view;

/// Billionths, exact: sums of a register do not fit in a double.
using Quantity = __int128;

static Quantity quantity(string_view text) {
  Quantity value = 0;
  int decimals = -1;
  for (char c : text) {
    if (c == '.') {
      decimals = 0;
    } else if (c != '-') {
      value = value * 10 + (c - '0');
      if (decimals >= 0) decimals++;
    }
  }
  for (int i = std::max(decimals, 0); i < 9; i++) value *= 10;
  return text[0] == '-' ? -value : value;
}

static string spelled(Quantity value) {
  string digits = std::to_string(static_cast<long long>(value % 1000000000));
  string text = std::to_string(static_cast<long long>(value / 1000000000));
  if (digits == "0") return text;
  digits.insert(0, 9 - digits.size(), '0');
  digits.erase(digits.find_last_not_of('0') + 1);
  return text + "." + digits;
}

struct Unit {
  string condition, customsDeclaration, model, serialNumber;
  Quantity hashrateTHs, powerKW;
};

struct Range {
  int64_t first, last;
};

struct Changes {
  std::map<string, string> texts;
  std::optional<Quantity> hashrateTHs, powerKW;
};

/// What an applicant filed: for inclusion, exclusion or change.
struct Filing {
  string caseNumber, holderName, holderId, email, phone, legalAddress, dataCentreAddress, tnvedCode, possessionDocument;
  std::vector<Unit> units;
  std::vector<Range> entries;
  std::unique_ptr<Changes> changes;
  std::map<int64_t, std::vector<Unit>> unitParts;
  std::map<int64_t, std::vector<Range>> entryParts;
};

struct Entry {
  Unit unit;
  const Filing *filing;
  string enteredAt, excludedAt;
  std::vector<const Changes *> changes;
};

static string text(ondemand::value value) { return string(string_view(value.get_string())); }

static string personal(ondemand::value value) {
  if (value.type() == ondemand::json_type::string) return text(value);
  for (auto digest : value.get_object().find_field("_sd").get_array()) return string(string_view(digest.get_string()));
  return "";
}

static std::vector<Unit> units(ondemand::value list) {
  std::vector<Unit> all;
  for (ondemand::object object : list.get_array()) {
    Unit unit;
    for (auto member : object) {
      string_view name = member.unescaped_key();
      ondemand::value value = member.value();
      if (name == "condition") unit.condition = text(value);
      else if (name == "customsDeclaration") unit.customsDeclaration = text(value);
      else if (name == "hashrateTHs") unit.hashrateTHs = quantity(value.get_string());
      else if (name == "model") unit.model = text(value);
      else if (name == "powerKW") unit.powerKW = quantity(value.get_string());
      else if (name == "serialNumber") unit.serialNumber = text(value);
    }
    all.push_back(std::move(unit));
  }
  return all;
}

static Range range(ondemand::object object) {
  int64_t first = object.find_field("first").get_int64();
  return {first, object.find_field("last").get_int64()};
}

static std::vector<Range> ranges(ondemand::value list) {
  std::vector<Range> all;
  for (ondemand::object object : list.get_array()) all.push_back(range(object));
  return all;
}

static std::unique_ptr<Changes> changes(ondemand::object object) {
  auto changes = std::make_unique<Changes>();
  for (auto member : object) {
    string_view name = member.unescaped_key();
    if (name == "hashrateTHs") changes->hashrateTHs = quantity(member.value().get_string());
    else if (name == "powerKW") changes->powerKW = quantity(member.value().get_string());
    else if (name == "contacts") changes->texts[string(name)] = string(string_view(member.value().raw_json_token()));
    else changes->texts[string(name)] = text(member.value());
  }
  return changes;
}

struct Register {
  std::unordered_map<string, std::unique_ptr<Filing>> open;
  std::vector<std::unique_ptr<Filing>> kept;
  std::map<int64_t, Entry> entries;

  /// Reads a filing's own members, in the order of their names.
  void file(string_view id, string_view caseNumber, ondemand::object what) {
    auto filing = std::make_unique<Filing>();
    filing->caseNumber = caseNumber;
    for (auto member : what) {
      string_view name = member.unescaped_key();
      ondemand::value value = member.value();
      if (name == "applicant") {
        for (auto part : value.get_object()) {
          string_view key = part.unescaped_key();
          if (key == "id") filing->holderId = personal(part.value());
          if (key == "name") filing->holderName = text(part.value());
        }
      } else if (name == "contacts") {
        for (auto part : value.get_object()) {
          string_view key = part.unescaped_key();
          if (key == "email") filing->email = personal(part.value());
          if (key == "phone") filing->phone = personal(part.value());
        }
      } else if (name == "changes") filing->changes = changes(value);
      else if (name == "dataCentreAddress") filing->dataCentreAddress = text(value);
      else if (name == "entries") filing->entries = ranges(value);
      else if (name == "legalAddress") filing->legalAddress = text(value);
      else if (name == "possession") filing->possessionDocument = text(value.get_object().find_field("document"));
      else if (name == "tnvedCode") filing->tnvedCode = text(value);
      else if (name == "units") filing->units = units(value);
    }
    open[string(id)] = std::move(filing);
  }

  /// The filing that a result meets: with it the filing is closed.
  Filing *take(string_view id) {
    auto found = open.find(string(id));
    if (found == open.end()) return nullptr;
    kept.push_back(std::move(found->second));
    open.erase(found);
    return kept.back().get();
  }

  void include(string_view id, Range numbers, string_view at) {
    Filing *filing = take(id);
    if (!filing) return;
    int64_t number = numbers.first;
    auto enter = [&](std::vector<Unit> &list) {
      for (auto &unit : list) {
        entries.emplace_hint(entries.end(), number++, Entry{std::move(unit), filing, string(at), "", {}});
      }
      list = {};
    };
    enter(filing->units);
    for (auto &[_, part] : filing->unitParts) enter(part);
  }

  template <typename Body> void forEach(const Filing *filing, Body body) {
    auto pass = [&](const std::vector<Range> &list) {
      for (auto [first, last] : list) {
        for (auto at = entries.lower_bound(first); at != entries.end() && at->first <= last; ++at) body(at->second);
      }
    };
    pass(filing->entries);
    for (auto &[_, part] : filing->entryParts) pass(part);
  }

  /// Reads one line: the act's members come in the order of their names, so the type before what it says.
  void read(ondemand::document_reference line, string_view until) {
    string_view at, caseNumber, id, type;
    for (auto member : line.find_field("act").get_object()) {
      string_view name = member.unescaped_key();
      if (name == "at") at = member.value().get_string();
      else if (name == "case") caseNumber = member.value().get_string();
      else if (name == "id") id = member.value().get_string();
      else if (name == "type") type = member.value().get_string();
      else if (name == "what") {
        if (at <= until && type.substr(0, 4) == "apk.") follow(type, id, caseNumber, at, member.value());
        return;
      }
    }
  }

  /// Follows one act.
  void follow(string_view type, string_view id, string_view caseNumber, string_view at, ondemand::object what) {
    if (type == "apk.inclusionFiled" || type == "apk.exclusionFiled" || type == "apk.changeNotified") {
      file(id, caseNumber, what);
    } else if (type == "apk.unitsListed") {
      string filing = text(what.find_field("filing"));
      int64_t number = what.find_field("number").get_int64();
      if (auto found = open.find(filing); found != open.end()) {
        found->second->unitParts[number] = units(what.find_field("units"));
      }
    } else if (type == "apk.entriesListed") {
      auto list = ranges(what.find_field("entries"));
      auto found = open.find(text(what.find_field("filing")));
      if (found != open.end()) found->second->entryParts[what.find_field("number").get_int64()] = std::move(list);
    } else if (type == "apk.included") {
      Range numbers = range(what.find_field("entries"));
      include(what.find_field("filing").get_string(), numbers, at);
    } else if (type == "apk.excluded") {
      if (auto filing = take(what.find_field("filing").get_string())) {
        forEach(filing, [&](Entry &entry) { if (entry.excludedAt.empty()) entry.excludedAt = at; });
      }
    } else if (type == "apk.changeEntered") {
      if (auto filing = take(what.find_field("filing").get_string())) {
        forEach(filing, [&](Entry &entry) { entry.changes.push_back(filing->changes.get()); });
      }
    } else if (type == "apk.refused" || type == "apk.completenessRefused" || type == "apk.intakeRefused") {
      open.erase(text(what.find_field("filing")));
    }
  }
};

int main(int count, char **arguments) {
  if (count != 3) return 64;
  string_view until = arguments[2];
  int file = open(arguments[1], O_RDONLY);
  if (file < 0) return 66;

  Register hardware;
  ondemand::parser parser;
  // Whole lines of the file at a time, in memory that is used again; the parser may read a little past the end.
  const size_t room = 16 << 20;
  std::unique_ptr<char[]> block(new char[room + SIMDJSON_PADDING]());
  size_t held = 0;
  for (;;) {
    ssize_t got = read(file, block.get() + held, room - held);
    if (got < 0) return 74;
    held += got;
    auto feed = static_cast<const char *>(memrchr(block.get(), '\n', held));
    if (!feed) break;
    size_t whole = feed + 1 - block.get();
    ondemand::document_stream lines;
    if (parser.iterate_many(block.get(), whole, 1 << 20).get(lines)) return 65;
    for (auto line : lines) hardware.read(std::move(line), until);
    memmove(block.get(), block.get() + whole, held -= whole);
    if (got == 0) break;
  }

  size_t standing = 0, excluded = 0;
  Quantity hashrate = 0, power = 0;
  for (auto &[_, entry] : hardware.entries) {
    if (!entry.excludedAt.empty()) {
      excluded++;
      continue;
    }
    standing++;
    Quantity unitHashrate = entry.unit.hashrateTHs, unitPower = entry.unit.powerKW;
    for (auto change : entry.changes) {
      unitHashrate = change->hashrateTHs.value_or(unitHashrate);
      unitPower = change->powerKW.value_or(unitPower);
    }
    hashrate += unitHashrate;
    power += unitPower;
  }
  printf("{\"standing\": %zu, \"excluded\": %zu, \"hashrateTHs\": \"%s\", \"powerKW\": \"%s\"}\n", standing, excluded,
         spelled(hashrate).c_str(), spelled(power).c_str());
  // Freed with the process: what a program that only prints would do.
  _exit(fflush(stdout));
}
