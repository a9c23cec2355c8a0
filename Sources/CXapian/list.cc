#include "list.hh"

void cxapian_list_free(const cxapian_list *list) noexcept { delete static_cast<const cxapian::List *>(list); }
