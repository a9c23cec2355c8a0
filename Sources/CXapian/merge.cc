// Merging databases into one, and looking for damage.
#include <memory>
#include <sstream>

#include "guard.hh"
#include "handles.hh"
#include "list.hh"

using cxapian::guarded;

namespace {

unsigned flags(const cxapian_merge_options &options) {
  unsigned flags = 0;
  switch (options.level) {
    case CXAPIAN_STANDARD: flags = Xapian::Compactor::STANDARD; break;
    case CXAPIAN_FULL: flags = Xapian::Compactor::FULL; break;
    case CXAPIAN_FULLER: flags = Xapian::Compactor::FULLER; break;
  }
  if (options.keep_numbers) flags |= Xapian::DBCOMPACT_NO_RENUMBER;
  if (options.multipass) flags |= Xapian::DBCOMPACT_MULTIPASS;
  return flags;
}

/// Joins the values of metadata whose keys begin with a prefix.
class Joining final : public Xapian::Compactor {
 public:
  explicit Joining(std::string prefix) : prefix(std::move(prefix)) {}

  std::string resolve_duplicate_metadata(const std::string &key, size_t count, const std::string values[]) override {
    if (prefix.empty() || !is_joined(key)) return values[0];
    std::string joined;
    for (size_t i = 0; i < count; ++i) joined += values[i];
    return joined;
  }

 private:
  /// Xapian 1.4 gives the key as its table has it, behind two bytes of its own.
  bool is_joined(const std::string &key) const {
    const size_t skipped = key.compare(0, 2, "\0\xc0", 2) == 0 ? 2 : 0;
    return key.compare(skipped, prefix.size(), prefix) == 0;
  }

  std::string prefix;
};

}  // namespace

cxapian_status cxapian_merge(const cxapian_bytes *sources, size_t count, cxapian_bytes target,
                             const cxapian_merge_options *options, cxapian_error **error) noexcept {
  return guarded(error, [&] {
    if (count == 0) throw Xapian::InvalidArgumentError("no database to merge");
    Xapian::Database all;
    for (size_t i = 0; i < count; ++i) all.add_database(Xapian::Database(cxapian::string(sources[i])));
    Joining joining(cxapian::string(options->joined_metadata));
    all.compact(cxapian::string(target), flags(*options), static_cast<int>(options->block_size), joining);
  });
}

cxapian_status cxapian_check(cxapian_bytes path, size_t *problems, const cxapian_list **report,
                             cxapian_error **error) noexcept {
  return guarded(error, [&] {
    std::ostringstream text;
    const size_t found = Xapian::Database::check(cxapian::string(path), 0, &text);
    cxapian::give(text.str(), report);
    *problems = found;
  });
}
