#include "clineeditor.h"
