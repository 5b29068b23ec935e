#include "flow/frames.h"

namespace kumihan::flow {

Frames spanning(Frames const& frames) {
    Frames one = frames;
    one.measure = frames.whole();
    one.count = 1;
    return one;
}

Frames columns(spec::LayoutSpec const& layout, int count) {
    spec::TypeArea const& area = layout.area;
    Frames frames;
    frames.count = count;
    frames.measure = area.width();
    if (count > 1) {
        Length const room = area.width() - layout.columns.gap * (count - 1);
        frames.measure = area.size * (room / count / area.size);
        frames.gap = (area.width() - frames.measure * count) / (count - 1);
        frames.rule = layout.columns.rule;
    }
    frames.extent = area.height();
    frames.size = area.size;
    frames.pitch = area.pitch;
    frames.top = area.top;
    frames.gutter = area.gutter;
    return frames;
}

Frames frames_of(style::SequenceStart const& start, spec::LayoutSpec const& layout) {
    return columns(layout, start.columns);
}

} // namespace kumihan::flow
