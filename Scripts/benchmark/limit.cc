// Xapian used straight from C++ in its plain way: the limit that the figures of Scripts/bench are divided by.
//
//   limit index SEGMENTS.tsv DB           one document a line: id, date (YYYYMMDD), speaker, region, title, text
//   limit query QUERIES.tsv DB [NOSNIP]   one query a line: class, words...; prints microseconds a query, class first
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace {

enum Slot { dateSlot = 0, speakerSlot = 1, regionSlot = 2 };

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> parts;
  std::istringstream stream(line);
  for (std::string part; std::getline(stream, part, '\t');) parts.push_back(part);
  return parts;
}

void index(const char* input, const char* path) {
  Xapian::WritableDatabase database(path, Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("en"));
  std::ifstream lines(input);
  for (std::string line; std::getline(lines, line);) {
    const auto parts = split(line);
    if (parts.size() < 6) continue;
    Xapian::Document document;
    generator.set_document(document);
    generator.set_termpos(0);
    generator.index_text(parts[4]);
    generator.increase_termpos();
    generator.index_text(parts[5]);
    document.add_boolean_term("XS" + parts[2]);
    document.add_boolean_term("XR" + parts[3]);
    document.add_boolean_term("XM" + parts[1].substr(0, 6));
    document.add_value(dateSlot, parts[1]);
    document.add_value(speakerSlot, parts[2]);
    document.add_value(regionSlot, parts[3]);
    document.set_data(line);
    database.replace_document("Q" + parts[0], document);
  }
  database.commit();
  std::cerr << database.get_doccount() << " documents\n";
}

Xapian::Query query(const std::vector<std::string>& parts, const Xapian::Stem& stem) {
  std::vector<std::string> terms(parts.begin() + 1, parts.end());
  const std::string& kind = parts[0];
  if (kind == "facets-all") return Xapian::Query(std::string());
  if (kind == "phrase") return Xapian::Query(Xapian::Query::OP_PHRASE, terms.begin(), terms.end());
  std::vector<std::string> stems;
  const bool isDated = kind == "date";
  const auto end = isDated ? terms.end() - 2 : terms.end();
  for (auto term = terms.begin(); term != end; ++term) stems.push_back("Z" + stem(*term));
  const auto op = kind == "any" ? Xapian::Query::OP_OR : Xapian::Query::OP_AND;
  Xapian::Query words(op, stems.begin(), stems.end());
  if (!isDated) return words;
  const Xapian::Query range(Xapian::Query::OP_VALUE_RANGE, dateSlot, terms[terms.size() - 2], terms.back());
  return Xapian::Query(Xapian::Query::OP_FILTER, words, range);
}

void ask(const char* input, const char* path, bool snippets) {
  Xapian::Database database(path);
  Xapian::Stem stem("en");
  std::ifstream lines(input);
  for (std::string line; std::getline(lines, line);) {
    const auto parts = split(line);
    if (parts.empty()) continue;
    const bool isFaceted = parts[0].rfind("facets", 0) == 0;
    const auto start = std::chrono::steady_clock::now();
    Xapian::Enquire enquire(database);
    enquire.set_query(query(parts, stem));
    Xapian::ValueCountMatchSpy speakers(speakerSlot), regions(regionSlot), dates(dateSlot);
    if (isFaceted) {
      enquire.add_matchspy(&speakers);
      enquire.add_matchspy(&regions);
      enquire.add_matchspy(&dates);
    }
    const Xapian::MSet hits = enquire.get_mset(0, isFaceted ? 0 : 10, isFaceted ? database.get_doccount() : 0);
    size_t length = 0;
    for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
      const std::string data = hit.get_document().get_data();
      length += data.size();
      if (snippets) length += hits.snippet(split(data).back(), 300, stem).size();
    }
    const auto taken = std::chrono::steady_clock::now() - start;
    std::cout << parts[0] << '\t' << std::chrono::duration_cast<std::chrono::microseconds>(taken).count() << '\t'
              << hits.get_matches_estimated() << '\t' << length << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const std::string mode = argc > 3 ? argv[1] : "";
    if (mode == "index") return index(argv[2], argv[3]), 0;
    if (mode == "query") return ask(argv[2], argv[3], argc < 5), 0;
    std::cerr << "usage: limit index|query FILE DB\n";
    return 2;
  } catch (const Xapian::Error& error) {
    std::cerr << error.get_description() << '\n';
    return 1;
  }
}
