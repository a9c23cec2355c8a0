#include "cindexdefinition.h"
