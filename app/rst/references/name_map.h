// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <memory_resource>
#include <string_view>
#include <utility>
#include <vector>

namespace rst {

/// A table by name, with its entries in the memory that it is given. Names are views that must live as long as the table;
/// entries never move, keep the order in which they came, and are never taken out.
///
/// OPTIMIZATION: built as Python builds its dictionaries, a list of entries and an array of indices into it. A look-up
/// touches two places of memory where `std::unordered_map` touches four, which counts when a hundred thousand names are
/// spread over more memory than the processor's caches hold.
template <class Value>
class NameMap
{
public:
    struct Entry {
        std::string_view name = {};
        Value value = {};
    };

    explicit NameMap(std::pmr::memory_resource *memory) : m_entries(memory) {}

    /// The entry of a name, or null.
    [[nodiscard]] const Entry *find(std::string_view name) const noexcept
    {
        return m_slots.empty() ? nullptr : entryAt(m_slots[slotOf(name, hashOf(name))]);
    }
    [[nodiscard]] bool contains(std::string_view name) const noexcept { return find(name) != nullptr; }

    /// The entry of a name, made with `value` where there is none, and whether it was made.
    std::pair<Entry &, bool> tryEmplace(std::string_view name, Value value)
    {
        if (4 * m_entries.size() >= 3 * m_slots.size())
            grow();
        const std::uint32_t hash = hashOf(name);
        Slot &slot = m_slots[slotOf(name, hash)];
        if (slot.entry != noEntry)
            return {m_entries[slot.entry], false};
        slot = {.hash = hash, .entry = std::uint32_t(m_entries.size())};
        return {m_entries.emplace_back(name, std::move(value)), true};
    }
    Value &operator[](std::string_view name)
    {
        return tryEmplace(name, std::make_obj_using_allocator<Value>(m_entries.get_allocator())).first.value;
    }

    [[nodiscard]] auto begin() const noexcept { return m_entries.begin(); }
    [[nodiscard]] auto end() const noexcept { return m_entries.end(); }

private:
    static constexpr std::uint32_t noEntry = 0xffff'ffff;

    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t entry = noEntry; // an index
    };

    /// OPTIMIZATION: names that differ in their last character alone stand side by side, as those that are numbered do, and
    /// whoever goes through them in their order finds most of them in the processor's cache.
    [[nodiscard]] static std::uint32_t hashOf(std::string_view name) noexcept
    {
        if (name.empty())
            return 0;
        constexpr std::uint32_t neighbours = 0xf;
        const std::uint32_t last = static_cast<unsigned char>(name.back());
        const std::size_t before = std::hash<std::string_view>()(name.substr(0, name.size() - 1));
        return std::uint32_t(before) ^ (last & neighbours) ^ (last << 24);
    }
    [[nodiscard]] const Entry *entryAt(Slot slot) const noexcept
    {
        return slot.entry == noEntry ? nullptr : &m_entries[slot.entry];
    }
    /// The slot that has the name, or the free one where it belongs. A quarter of the slots is free at least, and their
    /// number is a power of two.
    [[nodiscard]] std::size_t slotOf(std::string_view name, std::uint32_t hash) const noexcept
    {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = hash & mask;
        while (m_slots[at].entry != noEntry && (m_slots[at].hash != hash || m_entries[m_slots[at].entry].name != name))
            at = (at + 1) & mask;
        return at;
    }
    void grow()
    {
        constexpr std::size_t first = 16;
        const std::vector<Slot> before = std::exchange(m_slots, {});
        m_slots.resize(before.empty() ? first : 2 * before.size());
        const std::size_t mask = m_slots.size() - 1;
        for (const Slot slot : before) {
            if (slot.entry == noEntry)
                continue;
            std::size_t at = slot.hash & mask;
            while (m_slots[at].entry != noEntry)
                at = (at + 1) & mask;
            m_slots[at] = slot;
        }
    }

    std::pmr::deque<Entry> m_entries;
    std::vector<Slot> m_slots;
};

} // namespace rst
