// Written by Scripts/embed; not to be edited.

#pragma clang diagnostic ignored "-Wc23-extensions"
#include "embedded.h"

static const unsigned char file_0[] = {
#embed "../../LICENSE" suffix(,)
0};
static const unsigned char file_1[] = {
#embed "../../Languages/en/SOURCES.md" suffix(,)
0};
static const unsigned char file_2[] = {
#embed "../../Languages/en/abbreviations.tsv" suffix(,)
0};
static const unsigned char file_3[] = {
#embed "../../Languages/en/boilerplate.tsv" suffix(,)
0};
static const unsigned char file_4[] = {
#embed "../../Languages/en/calendar.tsv" suffix(,)
0};
static const unsigned char file_5[] = {
#embed "../../Languages/en/concepts.tsv" suffix(,)
0};
static const unsigned char file_6[] = {
#embed "../../Languages/en/conjugation.tsv" suffix(,)
0};
static const unsigned char file_7[] = {
#embed "../../Languages/en/demonyms.tsv" suffix(,)
0};
static const unsigned char file_8[] = {
#embed "../../Languages/en/events.tsv" suffix(,)
0};
static const unsigned char file_9[] = {
#embed "../../Languages/en/figures.rules" suffix(,)
0};
static const unsigned char file_10[] = {
#embed "../../Languages/en/firstnames.tsv" suffix(,)
0};
static const unsigned char file_11[] = {
#embed "../../Languages/en/grammar.tsv" suffix(,)
0};
static const unsigned char file_12[] = {
#embed "../../Languages/en/models/tags.bin" suffix(,)
0};
static const unsigned char file_13[] = {
#embed "../../Languages/en/models/tags.card.json" suffix(,)
0};
static const unsigned char file_14[] = {
#embed "../../Languages/en/models/trees.bin" suffix(,)
0};
static const unsigned char file_15[] = {
#embed "../../Languages/en/models/trees.card.json" suffix(,)
0};
static const unsigned char file_16[] = {
#embed "../../Languages/en/models/voices.tsv" suffix(,)
0};
static const unsigned char file_17[] = {
#embed "../../Languages/en/nametypes.tsv" suffix(,)
0};
static const unsigned char file_18[] = {
#embed "../../Languages/en/numbers.tsv" suffix(,)
0};
static const unsigned char file_19[] = {
#embed "../../Languages/en/organisations.tsv" suffix(,)
0};
static const unsigned char file_20[] = {
#embed "../../Languages/en/origins.tsv" suffix(,)
0};
static const unsigned char file_21[] = {
#embed "../../Languages/en/pack.json" suffix(,)
0};
static const unsigned char file_22[] = {
#embed "../../Languages/en/phrases.tsv" suffix(,)
0};
static const unsigned char file_23[] = {
#embed "../../Languages/en/places.tsv" suffix(,)
0};
static const unsigned char file_24[] = {
#embed "../../Languages/en/polarity.tsv" suffix(,)
0};
static const unsigned char file_25[] = {
#embed "../../Languages/en/quantities.rules" suffix(,)
0};
static const unsigned char file_26[] = {
#embed "../../Languages/en/speakers.tsv" suffix(,)
0};
static const unsigned char file_27[] = {
#embed "../../Languages/en/speech.tsv" suffix(,)
0};
static const unsigned char file_28[] = {
#embed "../../Languages/en/stopwords.tsv" suffix(,)
0};
static const unsigned char file_29[] = {
#embed "../../Languages/en/times.rules" suffix(,)
0};
static const unsigned char file_30[] = {
#embed "../../Languages/en/titles.tsv" suffix(,)
0};
static const unsigned char file_31[] = {
#embed "../../Languages/en/tokens.tsv" suffix(,)
0};
static const unsigned char file_32[] = {
#embed "../../Languages/en/units.tsv" suffix(,)
0};
static const unsigned char file_33[] = {
#embed "../../Languages/fr/SOURCES.md" suffix(,)
0};
static const unsigned char file_34[] = {
#embed "../../Languages/fr/abbreviations.tsv" suffix(,)
0};
static const unsigned char file_35[] = {
#embed "../../Languages/fr/boilerplate.tsv" suffix(,)
0};
static const unsigned char file_36[] = {
#embed "../../Languages/fr/calendar.tsv" suffix(,)
0};
static const unsigned char file_37[] = {
#embed "../../Languages/fr/concepts.tsv" suffix(,)
0};
static const unsigned char file_38[] = {
#embed "../../Languages/fr/conjugation.tsv" suffix(,)
0};
static const unsigned char file_39[] = {
#embed "../../Languages/fr/demonyms.tsv" suffix(,)
0};
static const unsigned char file_40[] = {
#embed "../../Languages/fr/events.tsv" suffix(,)
0};
static const unsigned char file_41[] = {
#embed "../../Languages/fr/figures.rules" suffix(,)
0};
static const unsigned char file_42[] = {
#embed "../../Languages/fr/firstnames.tsv" suffix(,)
0};
static const unsigned char file_43[] = {
#embed "../../Languages/fr/grammar.tsv" suffix(,)
0};
static const unsigned char file_44[] = {
#embed "../../Languages/fr/models/names.bin" suffix(,)
0};
static const unsigned char file_45[] = {
#embed "../../Languages/fr/models/names.card.json" suffix(,)
0};
static const unsigned char file_46[] = {
#embed "../../Languages/fr/models/tags.bin" suffix(,)
0};
static const unsigned char file_47[] = {
#embed "../../Languages/fr/models/tags.card.json" suffix(,)
0};
static const unsigned char file_48[] = {
#embed "../../Languages/fr/models/trees.bin" suffix(,)
0};
static const unsigned char file_49[] = {
#embed "../../Languages/fr/models/trees.card.json" suffix(,)
0};
static const unsigned char file_50[] = {
#embed "../../Languages/fr/models/voices.card.json" suffix(,)
0};
static const unsigned char file_51[] = {
#embed "../../Languages/fr/models/voices.tsv" suffix(,)
0};
static const unsigned char file_52[] = {
#embed "../../Languages/fr/nametypes.tsv" suffix(,)
0};
static const unsigned char file_53[] = {
#embed "../../Languages/fr/numbers.tsv" suffix(,)
0};
static const unsigned char file_54[] = {
#embed "../../Languages/fr/organisations.tsv" suffix(,)
0};
static const unsigned char file_55[] = {
#embed "../../Languages/fr/origins.tsv" suffix(,)
0};
static const unsigned char file_56[] = {
#embed "../../Languages/fr/pack.json" suffix(,)
0};
static const unsigned char file_57[] = {
#embed "../../Languages/fr/phrases.tsv" suffix(,)
0};
static const unsigned char file_58[] = {
#embed "../../Languages/fr/places.tsv" suffix(,)
0};
static const unsigned char file_59[] = {
#embed "../../Languages/fr/polarity.tsv" suffix(,)
0};
static const unsigned char file_60[] = {
#embed "../../Languages/fr/quantities.rules" suffix(,)
0};
static const unsigned char file_61[] = {
#embed "../../Languages/fr/speakers.tsv" suffix(,)
0};
static const unsigned char file_62[] = {
#embed "../../Languages/fr/speech.tsv" suffix(,)
0};
static const unsigned char file_63[] = {
#embed "../../Languages/fr/stopwords.tsv" suffix(,)
0};
static const unsigned char file_64[] = {
#embed "../../Languages/fr/times.rules" suffix(,)
0};
static const unsigned char file_65[] = {
#embed "../../Languages/fr/titles.tsv" suffix(,)
0};
static const unsigned char file_66[] = {
#embed "../../Languages/fr/tokens.tsv" suffix(,)
0};
static const unsigned char file_67[] = {
#embed "../../Languages/fr/units.tsv" suffix(,)
0};
static const unsigned char file_68[] = {
#embed "../../Languages/markup/body.card.json" suffix(,)
0};
static const unsigned char file_69[] = {
#embed "../../Languages/markup/body.tsv" suffix(,)
0};
static const unsigned char file_70[] = {
#embed "../../Languages/markup/datewords.tsv" suffix(,)
0};
static const unsigned char file_71[] = {
#embed "../../Languages/markup/months.tsv" suffix(,)
0};
static const unsigned char file_72[] = {
#embed "../../Sources/RecoupePublish/Page/badge.mustache" suffix(,)
0};
static const unsigned char file_73[] = {
#embed "../../Sources/RecoupePublish/Page/because.mustache" suffix(,)
0};
static const unsigned char file_74[] = {
#embed "../../Sources/RecoupePublish/Page/chronology.mustache" suffix(,)
0};
static const unsigned char file_75[] = {
#embed "../../Sources/RecoupePublish/Page/commitments.mustache" suffix(,)
0};
static const unsigned char file_76[] = {
#embed "../../Sources/RecoupePublish/Page/conflicts.mustache" suffix(,)
0};
static const unsigned char file_77[] = {
#embed "../../Sources/RecoupePublish/Page/copy.mustache" suffix(,)
0};
static const unsigned char file_78[] = {
#embed "../../Sources/RecoupePublish/Page/entities.mustache" suffix(,)
0};
static const unsigned char file_79[] = {
#embed "../../Sources/RecoupePublish/Page/figures.mustache" suffix(,)
0};
static const unsigned char file_80[] = {
#embed "../../Sources/RecoupePublish/Page/frame.mustache" suffix(,)
0};
static const unsigned char file_81[] = {
#embed "../../Sources/RecoupePublish/Page/missing.mustache" suffix(,)
0};
static const unsigned char file_82[] = {
#embed "../../Sources/RecoupePublish/Page/overview.mustache" suffix(,)
0};
static const unsigned char file_83[] = {
#embed "../../Sources/RecoupePublish/Page/passage.mustache" suffix(,)
0};
static const unsigned char file_84[] = {
#embed "../../Sources/RecoupePublish/Page/report.mustache" suffix(,)
0};
static const unsigned char file_85[] = {
#embed "../../Sources/RecoupePublish/Page/reports.mustache" suffix(,)
0};
static const unsigned char file_86[] = {
#embed "../../Sources/RecoupePublish/Page/search.mustache" suffix(,)
0};
static const unsigned char file_87[] = {
#embed "../../Sources/RecoupePublish/Page/statements.mustache" suffix(,)
0};
static const unsigned char file_88[] = {
#embed "../../Sources/RecoupePublish/Page/style.css" suffix(,)
0};
static const unsigned char file_89[] = {
#embed "../../Sources/RecoupePublish/Page/time.mustache" suffix(,)
0};

static const recoupe_embedded_file files[] = {
    {"LICENSE", file_0, sizeof file_0 - 1},
    {"Languages/en/SOURCES.md", file_1, sizeof file_1 - 1},
    {"Languages/en/abbreviations.tsv", file_2, sizeof file_2 - 1},
    {"Languages/en/boilerplate.tsv", file_3, sizeof file_3 - 1},
    {"Languages/en/calendar.tsv", file_4, sizeof file_4 - 1},
    {"Languages/en/concepts.tsv", file_5, sizeof file_5 - 1},
    {"Languages/en/conjugation.tsv", file_6, sizeof file_6 - 1},
    {"Languages/en/demonyms.tsv", file_7, sizeof file_7 - 1},
    {"Languages/en/events.tsv", file_8, sizeof file_8 - 1},
    {"Languages/en/figures.rules", file_9, sizeof file_9 - 1},
    {"Languages/en/firstnames.tsv", file_10, sizeof file_10 - 1},
    {"Languages/en/grammar.tsv", file_11, sizeof file_11 - 1},
    {"Languages/en/models/tags.bin", file_12, sizeof file_12 - 1},
    {"Languages/en/models/tags.card.json", file_13, sizeof file_13 - 1},
    {"Languages/en/models/trees.bin", file_14, sizeof file_14 - 1},
    {"Languages/en/models/trees.card.json", file_15, sizeof file_15 - 1},
    {"Languages/en/models/voices.tsv", file_16, sizeof file_16 - 1},
    {"Languages/en/nametypes.tsv", file_17, sizeof file_17 - 1},
    {"Languages/en/numbers.tsv", file_18, sizeof file_18 - 1},
    {"Languages/en/organisations.tsv", file_19, sizeof file_19 - 1},
    {"Languages/en/origins.tsv", file_20, sizeof file_20 - 1},
    {"Languages/en/pack.json", file_21, sizeof file_21 - 1},
    {"Languages/en/phrases.tsv", file_22, sizeof file_22 - 1},
    {"Languages/en/places.tsv", file_23, sizeof file_23 - 1},
    {"Languages/en/polarity.tsv", file_24, sizeof file_24 - 1},
    {"Languages/en/quantities.rules", file_25, sizeof file_25 - 1},
    {"Languages/en/speakers.tsv", file_26, sizeof file_26 - 1},
    {"Languages/en/speech.tsv", file_27, sizeof file_27 - 1},
    {"Languages/en/stopwords.tsv", file_28, sizeof file_28 - 1},
    {"Languages/en/times.rules", file_29, sizeof file_29 - 1},
    {"Languages/en/titles.tsv", file_30, sizeof file_30 - 1},
    {"Languages/en/tokens.tsv", file_31, sizeof file_31 - 1},
    {"Languages/en/units.tsv", file_32, sizeof file_32 - 1},
    {"Languages/fr/SOURCES.md", file_33, sizeof file_33 - 1},
    {"Languages/fr/abbreviations.tsv", file_34, sizeof file_34 - 1},
    {"Languages/fr/boilerplate.tsv", file_35, sizeof file_35 - 1},
    {"Languages/fr/calendar.tsv", file_36, sizeof file_36 - 1},
    {"Languages/fr/concepts.tsv", file_37, sizeof file_37 - 1},
    {"Languages/fr/conjugation.tsv", file_38, sizeof file_38 - 1},
    {"Languages/fr/demonyms.tsv", file_39, sizeof file_39 - 1},
    {"Languages/fr/events.tsv", file_40, sizeof file_40 - 1},
    {"Languages/fr/figures.rules", file_41, sizeof file_41 - 1},
    {"Languages/fr/firstnames.tsv", file_42, sizeof file_42 - 1},
    {"Languages/fr/grammar.tsv", file_43, sizeof file_43 - 1},
    {"Languages/fr/models/names.bin", file_44, sizeof file_44 - 1},
    {"Languages/fr/models/names.card.json", file_45, sizeof file_45 - 1},
    {"Languages/fr/models/tags.bin", file_46, sizeof file_46 - 1},
    {"Languages/fr/models/tags.card.json", file_47, sizeof file_47 - 1},
    {"Languages/fr/models/trees.bin", file_48, sizeof file_48 - 1},
    {"Languages/fr/models/trees.card.json", file_49, sizeof file_49 - 1},
    {"Languages/fr/models/voices.card.json", file_50, sizeof file_50 - 1},
    {"Languages/fr/models/voices.tsv", file_51, sizeof file_51 - 1},
    {"Languages/fr/nametypes.tsv", file_52, sizeof file_52 - 1},
    {"Languages/fr/numbers.tsv", file_53, sizeof file_53 - 1},
    {"Languages/fr/organisations.tsv", file_54, sizeof file_54 - 1},
    {"Languages/fr/origins.tsv", file_55, sizeof file_55 - 1},
    {"Languages/fr/pack.json", file_56, sizeof file_56 - 1},
    {"Languages/fr/phrases.tsv", file_57, sizeof file_57 - 1},
    {"Languages/fr/places.tsv", file_58, sizeof file_58 - 1},
    {"Languages/fr/polarity.tsv", file_59, sizeof file_59 - 1},
    {"Languages/fr/quantities.rules", file_60, sizeof file_60 - 1},
    {"Languages/fr/speakers.tsv", file_61, sizeof file_61 - 1},
    {"Languages/fr/speech.tsv", file_62, sizeof file_62 - 1},
    {"Languages/fr/stopwords.tsv", file_63, sizeof file_63 - 1},
    {"Languages/fr/times.rules", file_64, sizeof file_64 - 1},
    {"Languages/fr/titles.tsv", file_65, sizeof file_65 - 1},
    {"Languages/fr/tokens.tsv", file_66, sizeof file_66 - 1},
    {"Languages/fr/units.tsv", file_67, sizeof file_67 - 1},
    {"Languages/markup/body.card.json", file_68, sizeof file_68 - 1},
    {"Languages/markup/body.tsv", file_69, sizeof file_69 - 1},
    {"Languages/markup/datewords.tsv", file_70, sizeof file_70 - 1},
    {"Languages/markup/months.tsv", file_71, sizeof file_71 - 1},
    {"Sources/RecoupePublish/Page/badge.mustache", file_72, sizeof file_72 - 1},
    {"Sources/RecoupePublish/Page/because.mustache", file_73, sizeof file_73 - 1},
    {"Sources/RecoupePublish/Page/chronology.mustache", file_74, sizeof file_74 - 1},
    {"Sources/RecoupePublish/Page/commitments.mustache", file_75, sizeof file_75 - 1},
    {"Sources/RecoupePublish/Page/conflicts.mustache", file_76, sizeof file_76 - 1},
    {"Sources/RecoupePublish/Page/copy.mustache", file_77, sizeof file_77 - 1},
    {"Sources/RecoupePublish/Page/entities.mustache", file_78, sizeof file_78 - 1},
    {"Sources/RecoupePublish/Page/figures.mustache", file_79, sizeof file_79 - 1},
    {"Sources/RecoupePublish/Page/frame.mustache", file_80, sizeof file_80 - 1},
    {"Sources/RecoupePublish/Page/missing.mustache", file_81, sizeof file_81 - 1},
    {"Sources/RecoupePublish/Page/overview.mustache", file_82, sizeof file_82 - 1},
    {"Sources/RecoupePublish/Page/passage.mustache", file_83, sizeof file_83 - 1},
    {"Sources/RecoupePublish/Page/report.mustache", file_84, sizeof file_84 - 1},
    {"Sources/RecoupePublish/Page/reports.mustache", file_85, sizeof file_85 - 1},
    {"Sources/RecoupePublish/Page/search.mustache", file_86, sizeof file_86 - 1},
    {"Sources/RecoupePublish/Page/statements.mustache", file_87, sizeof file_87 - 1},
    {"Sources/RecoupePublish/Page/style.css", file_88, sizeof file_88 - 1},
    {"Sources/RecoupePublish/Page/time.mustache", file_89, sizeof file_89 - 1},
};

size_t recoupe_embedded_count(void) { return sizeof files / sizeof files[0]; }

const recoupe_embedded_file *recoupe_embedded_file_at(size_t index) { return &files[index]; }
