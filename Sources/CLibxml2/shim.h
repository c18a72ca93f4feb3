// The parts of libxml2 that the way in uses. Its headers may pull in those of ICU, which clash with the ICU inside Foundation;
// only the character set handlers need them, and those are not used here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
