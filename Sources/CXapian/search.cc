// One search, one page.
#include <deque>
#include <memory>

#include "guard.hh"
#include "handles.hh"
#include "list.hh"
#include "spies.hh"

using cxapian::guarded;
using cxapian::List;

namespace {

/// Owns what the C struct in front shows.
struct Page : cxapian_page {
  std::vector<cxapian_hit> hits_;
  List texts;
  std::deque<List> counts_;
  std::vector<cxapian_list> shownCounts;
  std::vector<uint32_t> totals_;
  std::vector<uint32_t> matches_;

  Page() : cxapian_page{} {}

  const cxapian_page *shown() {
    hits = hits_.data();
    hit_count = hits_.size();
    bytes = texts.bytes_.data();
    ends = texts.ends_.data();
    for (List &list : counts_) shownCounts.push_back(*list.shown());
    counts = shownCounts.data();
    totals = totals_.data();
    count_count = shownCounts.size();
    matches = matches_.data();
    match_count = matches_.size();
    return this;
  }
};

void setWeighting(Xapian::Enquire &enquire, const cxapian_search &search) {
  const double *p = search.parameters;
  switch (search.weighting) {
    case CXAPIAN_BOOLEAN: return enquire.set_weighting_scheme(Xapian::BoolWeight());
    case CXAPIAN_BM25: return enquire.set_weighting_scheme(Xapian::BM25Weight(p[0], p[1], p[2], p[3], p[4]));
    case CXAPIAN_BM25_PLUS:
      return enquire.set_weighting_scheme(Xapian::BM25PlusWeight(p[0], p[1], p[2], p[3], p[4], p[5]));
    case CXAPIAN_COORDINATION: return enquire.set_weighting_scheme(Xapian::CoordWeight());
    case CXAPIAN_TRADITIONAL: return enquire.set_weighting_scheme(Xapian::TradWeight(p[0]));
    case CXAPIAN_PL2: return enquire.set_weighting_scheme(Xapian::PL2Weight(p[0]));
    case CXAPIAN_DPH: return enquire.set_weighting_scheme(Xapian::DPHWeight());
  }
  throw Xapian::InvalidArgumentError("no such weighting");
}

void setOrder(Xapian::Enquire &enquire, const cxapian_search &search) {
  const auto slot = search.order_slot;
  const bool descending = search.descending_value;
  switch (search.order) {
    case CXAPIAN_BY_RELEVANCE: enquire.set_sort_by_relevance(); break;
    case CXAPIAN_BY_VALUE: enquire.set_sort_by_value(slot, descending); break;
    case CXAPIAN_BY_VALUE_THEN_RELEVANCE: enquire.set_sort_by_value_then_relevance(slot, descending); break;
    case CXAPIAN_BY_RELEVANCE_THEN_VALUE: enquire.set_sort_by_relevance_then_value(slot, descending); break;
  }
  enquire.set_docid_order(search.descending_document ? Xapian::Enquire::DESCENDING : Xapian::Enquire::ASCENDING);
}

void fillHits(Page &page, const Xapian::MSet &found, bool data) {
  // Xapian 1.4 takes what fetch() passes on for ranks of the whole list and reads before the page where that does not
  // begin at 0. Without it every document is fetched by itself, which is slower for remote databases only.
  if (data && found.get_firstitem() == 0) found.fetch();
  page.hits_.reserve(found.size());
  for (Xapian::MSetIterator i = found.begin(); i != found.end(); ++i) {
    page.hits_.push_back({*i, i.get_collapse_count(), i.get_weight()});
    page.texts.add(i.get_sort_key());
    page.texts.add(i.get_collapse_key());
    page.texts.add(data ? i.get_document().get_data() : std::string());
  }
}

void fillTotals(Page &page, const Xapian::MSet &found) {
  page.lower_bound = found.get_matches_lower_bound();
  page.estimate = found.get_matches_estimated();
  page.upper_bound = found.get_matches_upper_bound();
  page.uncollapsed_estimate = found.get_uncollapsed_matches_estimated();
  page.greatest_weight = found.get_max_attained();
}

void fillCounts(Page &page, const Xapian::ValueCountMatchSpy &spy) {
  List &list = page.counts_.emplace_back();
  for (Xapian::TermIterator i = spy.values_begin(); i != spy.values_end(); ++i) list.add(*i, i.get_termfreq());
  page.totals_.push_back(uint32_t(spy.get_total()));
}

/// All matches as a list of hits that weigh nothing. Of several databases an observer learns only the number that a
/// document has in its own, and not in which; a remote one runs no observer.
std::vector<uint32_t> collected(const Xapian::Database &database, const cxapian_search &search,
                                cxapian::CancellingSpy *canceller) {
  Xapian::Enquire enquire(database);
  enquire.set_query(search.query->query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  if (canceller) enquire.add_matchspy(canceller);
  const Xapian::MSet matches = enquire.get_mset(0, database.get_doccount());
  std::vector<uint32_t> documents;
  documents.reserve(matches.size());
  for (Xapian::MSetIterator i = matches.begin(); i != matches.end(); ++i) documents.push_back(*i);
  return documents;
}

void prepare(Xapian::Enquire &enquire, const cxapian_search &search) {
  enquire.set_query(search.query->query);
  setWeighting(enquire, search);
  setOrder(enquire, search);
  if (search.collapse_limit > 0) enquire.set_collapse_key(search.collapse_slot, search.collapse_limit);
  if (search.least_weight > 0) enquire.set_cutoff(0, search.least_weight);
  if (search.time_limit > 0) enquire.set_time_limit(search.time_limit);
}

std::unique_ptr<Page> found(const cxapian_database &handle, const cxapian_search &search) {
  const Xapian::Database &database = handle.database;
  const bool isOneLocal = database.size() == 1 && !handle.isRemote;
  if (search.visit && !isOneLocal) throw Xapian::UnimplementedError("only a single local database can be visited");

  // The spies outlive the enquiry that points to them.
  std::deque<Xapian::ValueCountMatchSpy> counters;
  cxapian::CancellingSpy canceller(search.cancellation);
  cxapian::CollectingSpy collector;
  cxapian::VisitingSpy visitor(search.visit, search.visit_context);
  const bool isCancellable = search.cancellation && !handle.isRemote;

  Xapian::Enquire enquire(database);
  prepare(enquire, search);
  if (isCancellable) enquire.add_matchspy(&canceller);
  for (size_t i = 0; i < search.count_slot_count; ++i)
    enquire.add_matchspy(&counters.emplace_back(search.count_slots[i]));
  if (search.collect && isOneLocal) enquire.add_matchspy(&collector);
  if (search.visit) enquire.add_matchspy(&visitor);

  // Spies see all matches only if all of them are looked at.
  const bool all = search.collect || search.visit || search.count_slot_count > 0;
  const Xapian::doccount atLeast = all ? database.get_doccount() : search.check_at_least;
  const Xapian::MSet matches = enquire.get_mset(search.offset, search.limit, atLeast);

  auto page = std::make_unique<Page>();
  fillTotals(*page, matches);
  fillHits(*page, matches, search.fetch_data);
  for (const auto &counter : counters) fillCounts(*page, counter);
  if (search.collect)
    page->matches_ = isOneLocal ? std::move(collector.documents)
                                : collected(database, search, isCancellable ? &canceller : nullptr);
  return page;
}

}  // namespace

cxapian_status cxapian_database_search(const cxapian_database *database, const cxapian_search *search,
                                       const cxapian_page **page, cxapian_error **error) noexcept {
  return guarded(error, [&] {
    auto result = found(*database, *search);
    *page = result->shown();
    result.release();
  });
}

void cxapian_page_free(const cxapian_page *page) noexcept { delete static_cast<const Page *>(page); }
