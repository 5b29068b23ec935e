#include "support/catch.h"

#include "line/dump.h"

using namespace kumihan;

TEST_CASE("a line as text: measure, natural width, outcome, words") {
    line::SetLine l;
    l.fit.kind = line::FitKind::Stretched;
    l.fit.stage = 2;
    l.fit.measure = Length::pt(340);
    l.fit.natural = Length::pt(338.5);
    l.fit.set = Length::pt(340);
    line::GlyphRun run;
    run.tag = TagId{1u};
    run.size = Length::pt(12);
    run.text = "「縦書きと横書き」";
    run.glyphs.push_back({7, 0, 0, 0});
    l.runs.push_back(run);
    CHECK(line::dump({l}) == "line 1  measure 340.00  natural 338.50  set 340.00  stretched 2  「縦書きと横書き」\n");
}
