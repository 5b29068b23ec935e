// ValueReader: fields of a layout file -> values. A key that is absent leaves the value as it is, so that a layout changes
// what it extends; what cannot be used is reported at its place. Internal to this folder.
#pragma once

#include "spec/value.h"
#include "yaml/decode.h"

#include <cmath>
#include <map>
#include <string>

namespace kumihan::spec {

using Palette = std::map<std::string, Color, std::less<>>;

class ValueReader {
protected:
    explicit ValueReader(diag::Sink& sink) : sink_(sink) {}

    // Later stages divide by lengths and stack them: what is not a length of a page is refused here.
    void length(yaml::ObjectReader const& r, std::string_view key, Length& value, Length low = {},
                Length high = Length::mm(200)) {
        if (!r.has(key)) return;
        auto const parsed = parse_length(r.text(key));
        if (!parsed)
            sink_.report(diag::Code::LayoutLength, r.value(key).span(), {r.key(key), r.text(key)});
        else if (*parsed < low || *parsed > high)
            out_of_range(r, key, low, high);
        else
            value = *parsed;
    }
    void out_of_range(yaml::ObjectReader const& r, std::string_view key, Length low, Length high) {
        auto const shown = [](Length length) { return std::to_string(std::lround(length.to_pt())) + "pt"; };
        sink_.report(diag::Code::LayoutValueRange, r.value(key) ? r.value(key).span() : r.span(),
                     {r.key(key), r.text(key), shown(low), shown(high)});
    }
    void color(yaml::ObjectReader const& r, std::string_view key, Color& value) {
        if (!r.has(key)) return;
        std::string const text = r.text(key);
        if (auto const found = palette_.find(text); found != palette_.end())
            value = found->second;
        else if (auto const parsed = parse_color(text))
            value = *parsed;
        else
            sink_.report(diag::Code::LayoutColor, r.value(key).span(), {r.key(key), text});
    }
    void em(yaml::ObjectReader const& r, std::string_view key, Em& value) {
        if (r.has(key)) value = Em::of(r.number(key, value.value()));
    }
    void text(yaml::ObjectReader const& r, std::string_view key, std::string& value) {
        if (r.value(key)) value = r.text(key);
    }
    template <class E> void choice(yaml::ObjectReader const& r, std::string_view key, E& value) {
        value = r.choice(key, value);
    }
    template <class Fields> yaml::ObjectReader object(yaml::ObjectReader const& r, std::string_view key, Fields const& fields) {
        return yaml::ObjectReader(r.object(key), {yaml::Fields(fields)}, sink_, key);
    }

    diag::Sink& sink_;
    Palette palette_;
};

} // namespace kumihan::spec
