// std::visit with one lambda per alternative; no default, so the compiler lists the places a new one must reach.
#pragma once

namespace kumihan {

template <class... Fs> struct overloaded : Fs... { using Fs::operator()...; };
template <class... Fs> overloaded(Fs...) -> overloaded<Fs...>;

} // namespace kumihan
