#include "cxmlreader.h"
