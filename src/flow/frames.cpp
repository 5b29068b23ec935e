#include "flow/frames.h"

namespace kumihan::flow {

Frames spanning(Frames const& frames) {
    Frames one = frames;
    one.measure = frames.whole();
    one.count = 1;
    return one;
}

namespace {

// Whole ems for each frame, the rest to the gaps.
void split(Frames& frames, Length whole, spec::Columns const& look) {
    if (frames.count == 1) {
        frames.measure = frames.size > Length{} ? frames.size * (whole / frames.size) : whole;
        return;
    }
    Length const room = whole - look.gap * (frames.count - 1);
    frames.measure = frames.size * (room / frames.count / frames.size);
    frames.gap = (whole - frames.measure * frames.count) / (frames.count - 1);
    frames.rule = look.rule;
}

} // namespace

Frames columns(spec::LayoutSpec const& layout, int count) {
    spec::TypeArea const& area = layout.area;
    Frames frames;
    frames.count = count;
    frames.measure = area.width();
    frames.size = area.size;
    if (count > 1) split(frames, area.width(), layout.columns);
    frames.extent = area.height();
    frames.pitch = count > 1 ? layout.columns.pitch(area) : area.pitch;
    frames.top = area.top;
    frames.gutter = area.gutter;
    return frames;
}

Frames tiers(spec::LayoutSpec const& layout, int count) {
    spec::TypeArea const& area = layout.vertical->area;
    int const usual = layout.vertical_area.tiers;
    Frames frames;
    frames.mode = WritingMode::Vertical;
    frames.count = count > 0 ? count : usual;
    frames.measure = area.width();
    frames.gap = layout.vertical->columns.gap;
    frames.rule = layout.vertical_area.gaps.rule;
    frames.extent = area.height();
    frames.size = area.size;
    frames.pitch = area.pitch;
    frames.top = area.top;
    frames.gutter = area.gutter;
    if (frames.count != usual) {
        Length const whole = area.width() * usual + frames.gap * (usual - 1);
        split(frames, whole, layout.vertical_area.gaps);
    }
    return frames;
}

Frames frames_of(style::SequenceStart const& start, spec::LayoutSpec const& layout) {
    if (start.mode == WritingMode::Vertical && layout.vertical) return tiers(layout, start.columns);
    return columns(layout, start.columns > 0 ? start.columns : 1);
}

} // namespace kumihan::flow
