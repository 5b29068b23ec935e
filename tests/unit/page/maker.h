// Material made by hand for the tests of `page`: a type area of 20 characters × 10 lines, 10 pt on 20 pt.
#pragma once

#include "page/paginate.h"

#include <cmath>
#include <memory>
#include <string>
#include <vector>

namespace kumihan::test {

using namespace flow;

struct Maker {
    spec::LayoutSpec layout;
    Material material;
    std::vector<std::unique_ptr<style::ParagraphBlock>> sources;

    Maker() {
        layout.area = {Length::pt(10), 20, 10, Length::pt(20), Length::pt(50), Length::pt(40)};
        layout.trim = {Length::pt(300), Length::pt(300)};
        layout.styles[static_cast<std::size_t>(spec::Role::Footnote)].size = Length::pt(5);
        material.sequences.emplace_back();
        material.sequences.back().frames = flow::columns(layout, 1);
    }
    Sequence& sequence() { return material.sequences.back(); }
    void columns(int count) {
        layout.columns.gap = Length::pt(20);
        sequence().frames = flow::columns(layout, count);
    }

    ParagraphIndex paragraph(std::size_t lines) {
        auto source = std::make_unique<style::ParagraphBlock>();
        source->line.size = layout.area.size;
        source->pitch = layout.area.pitch;
        SetParagraph set;
        set.source = source.get();
        set.lines.resize(lines);
        sources.push_back(std::move(source));
        material.paragraphs.push_back(std::move(set));
        return static_cast<ParagraphIndex>(material.paragraphs.size() - 1);
    }
    Item& text(std::size_t lines) {
        Text text;
        text.paragraph = paragraph(lines);
        text.pitch = layout.area.pitch;
        text.size = layout.area.size;
        sequence().items.push_back({text, {}, {}, {}});
        return sequence().items.back();
    }
    Item& box(double extent) {
        Box box;
        box.extent = Length::pt(extent);
        sequence().items.push_back({box, {}, {}, {}});
        return sequence().items.back();
    }
    Item& heading(int slots, int keep) {
        Item& item = box(20.0 * slots - 10);
        std::get<Box>(item.what).slots = slots;
        std::get<Box>(item.what).is_heading = true;
        item.spacing.keep_next = keep;
        return item;
    }
    Item& figure(double extent) {
        Item& item = box(extent);
        std::get<Box>(item.what).may_float = true;
        return item;
    }
    NoteId note(double extent) {
        SetNote note;
        note.extent = Length::pt(extent);
        material.notes.push_back(std::move(note));
        return NoteId{material.notes.size() - 1};
    }
    page::SequencePlan run() { return page::paginate(sequence(), material, layout); }
};

inline std::string shape(page::SequencePlan const& plan) {
    // "item[from-to]@top …" per page, pages separated by " | "
    std::string out;
    for (auto const& page : plan.pages) {
        if (!out.empty()) out += " | ";
        bool first = true;
        for (auto const& placed : page.placed) {
            if (!first) out += ' ';
            first = false;
            out += std::to_string(placed.item);
            if (placed.line_end > placed.line_begin)
                out += "[" + std::to_string(placed.line_begin) + "-" + std::to_string(placed.line_end) + "]";
            if (placed.repeated) out += "r";
            if (placed.at > Length{}) out += "+" + std::to_string(static_cast<int>(std::lround(placed.at.to_pt())));
            out += "@" + std::to_string(static_cast<int>(std::lround(placed.top.to_pt())));
        }
    }
    return out;
}

} // namespace kumihan::test
