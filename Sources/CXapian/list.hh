// The one shape of all lists that are handed out.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "cxapian.h"

namespace cxapian {

/// Owns the columns that the C struct in front shows.
struct List : cxapian_list {
  std::vector<uint8_t> bytes_;
  std::vector<size_t> ends_;
  std::vector<uint32_t> numbers_;
  std::vector<double> weights_;

  List() : cxapian_list{} {}
  List(const List &) = delete;
  List &operator=(const List &) = delete;

  void add(const std::string &string) {
    bytes_.insert(bytes_.end(), string.begin(), string.end());
    ends_.push_back(bytes_.size());
  }
  void add(const std::string &string, uint32_t number) {
    add(string);
    numbers_.push_back(number);
  }
  void add(const uint8_t *string, size_t length, uint32_t number) {
    bytes_.insert(bytes_.end(), string, string + length);
    ends_.push_back(bytes_.size());
    numbers_.push_back(number);
  }
  void clear() {
    bytes_.clear();
    ends_.clear();
    numbers_.clear();
    weights_.clear();
  }
  /// Points the C struct at the columns, after the last change.
  const cxapian_list *shown() {
    count = ends_.empty() ? numbers_.size() : ends_.size();
    bytes = ends_.empty() ? nullptr : bytes_.data();
    ends = ends_.empty() ? nullptr : ends_.data();
    numbers = numbers_.empty() ? nullptr : numbers_.data();
    weights = weights_.empty() ? nullptr : weights_.data();
    return this;
  }
};

/// Hands a list over to the caller.
inline void give(std::unique_ptr<List> list, const cxapian_list **result) {
  *result = list->shown();
  list.release();
}

inline void give(const std::string &string, const cxapian_list **result) {
  auto list = std::make_unique<List>();
  list->add(string);
  give(std::move(list), result);
}

/// All strings of a term iterator of Xapian's.
inline void give(Xapian::TermIterator from, Xapian::TermIterator to, const cxapian_list **result) {
  auto list = std::make_unique<List>();
  for (; from != to; ++from) list->add(*from);
  give(std::move(list), result);
}

}  // namespace cxapian
