// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/companion_pictures.h"

#include "publish/atomic_file.h"
#include "publish/picture_home.h"
#include "publish/pictures.h"

#include <algorithm>
#include <format>
#include <optional>
#include <utility>

namespace publish {

namespace {

namespace fs = std::filesystem;

constexpr int mostNames = 1000;

/// Where a directive has its picture's address, which ends in this name; nothing where it does not stand there in one piece.
std::optional<post::ByteRange> addressPlace(std::string_view source, post::ByteRange directive, std::string_view name)
{
    constexpr std::string_view marker = ":: ";
    std::size_t begin = source.substr(0, directive.end).find(marker, directive.begin);
    if (directive.isEmpty() || begin == source.npos)
        return std::nullopt;
    begin = std::min(source.find_first_not_of(' ', begin + marker.size()), directive.end);
    const std::size_t end = std::min(source.find_first_of(" \t\r\n", begin), source.size());
    const std::string_view address = source.substr(begin, end - begin);
    if (address.substr(address.rfind('/') + 1) != name) // or 0
        return std::nullopt;
    return post::ByteRange{begin, end};
}

class CompanionSearch
{
public:
    explicit CompanionSearch(const CompanionRequest &request)
        : m_request(request)
        , m_folder(request.to.parent_path())
        , m_root(request.config.root.empty() ? m_folder : request.config.root)
        , m_pictures(picturesFrom(request.to))
    {
    }

    CompanionPictures run()
    {
        takeHeld();
        takeNeighbours();
        m_companions.text = m_request.source;
        std::ranges::sort(m_renames, std::greater(), &Rename::begin);
        for (const Rename &rename : m_renames)
            m_companions.text.replace(rename.begin, rename.size, rename.address);
        return std::move(m_companions);
    }

private:
    /// One place of the source where a picture gets another address.
    struct Rename {
        std::size_t begin = 0;
        std::size_t size = 0;
        std::string address = {};
    };

    [[nodiscard]] std::vector<Picture> picturesFrom(const fs::path &file) const
    {
        return picturesOf(
            documentWithPictures(m_request.source, m_request.engine, m_request.config, m_request.today, file));
    }

    /// Whether a picture may have this name: nothing else has it, here or among those that are taken along.
    [[nodiscard]] bool isFree(const fs::path &file, const std::string &bytes) const
    {
        const std::string *taken = m_companions.bytesOf(file);
        return taken != nullptr ? *taken == bytes : !isAnother(file, bytes);
    }

    /// The first name that is free; nothing where too many are taken.
    [[nodiscard]] std::optional<fs::path> freeName(const fs::path &folder, std::string_view stem,
                                                   std::string_view ending, const std::string &bytes) const
    {
        for (int number = 1; number < mostNames; ++number) {
            fs::path file = folder / pictureName(stem, number, ending);
            if (isFree(file, bytes))
                return file;
        }
        return std::nullopt;
    }

    void rename(post::ByteRange place, std::string address)
    {
        if (!std::ranges::contains(m_renames, place.begin, &Rename::begin)) // a substitution is named more than once
            m_renames.push_back({place.begin, place.size(), std::move(address)});
    }

    void takeHeld();
    void takeHeldOne(const std::string &name, const std::string &bytes, const PictureHome &home);
    void takeNeighbours();
    void takeNeighbour(const Picture &picture, const fs::path &wanted, const fs::path &there);
    void refuse(const fs::path &wanted, std::string why)
    {
        m_companions.pictures.push_back({.wanted = wanted, .told = std::move(why), .isDone = false});
    }

    const CompanionRequest &m_request;
    fs::path m_folder; // of the exported file
    fs::path m_root;
    std::vector<Picture> m_pictures; // read from there
    std::vector<Rename> m_renames;
    CompanionPictures m_companions;
};

void CompanionSearch::takeHeld()
{
    if (m_request.held.empty())
        return;
    PictureHome home = pictureHome(m_request.to, m_request.config, m_request.year);
    if (home.stem.empty())
        home.stem = "picture";
    if (!home.prefix.empty()) // by the path that all others have
        home.folder = m_root / fs::path(home.prefix).relative_path().parent_path();
    std::vector<std::string_view> names; // in the order of the text, as saving does it
    for (const auto &[name, bytes] : m_request.held)
        names.push_back(name);
    std::ranges::stable_sort(names, {}, [&](std::string_view name) { return m_request.source.find(name); });
    for (const std::string_view name : names)
        takeHeldOne(std::string(name), m_request.held.find(name)->second, home);
}

/// As saving does it: the file is called as it was elsewhere, or as the post is.
void CompanionSearch::takeHeldOne(const std::string &name, const std::string &bytes, const PictureHome &home)
{
    std::vector<post::ByteRange> places;
    for (const Picture &picture : m_pictures) {
        const auto place = addressPlace(m_request.source, picture.range, name);
        if (place && place->of(m_request.source) == name)
            places.push_back(*place);
    }
    if (places.empty())
        return; // somebody has taken it out of the text
    const fs::path wanted = m_folder / name;
    if (m_request.target == Target::Email) {
        refuse(
            wanted,
            std::format("The picture {} is in no file yet, and a mail can only name it. Save the post first.", name));
        return;
    }
    const std::string ending = fs::path(name).extension().string();
    const std::string own = ownStemOfHeld(name);
    const std::string &stem = own.empty() ? home.stem : own;
    const auto file = freeName(home.folder, stem, ending, bytes);
    if (!file) {
        refuse(wanted, std::format("There are too many pictures named “{}” already.", stem));
        return;
    }
    for (const post::ByteRange place : places)
        rename(place, home.prefix + file->filename().string());
    const bool isWritten = m_request.target == Target::Ablog || m_request.target == Target::Myst;
    m_companions.pictures.push_back(
        {.wanted = wanted,
         .file = *file,
         .bytes = bytes,
         .told = isWritten ? std::format("The picture that came with the text is stored as {}.",
                                         withinBlog(*file, m_request.config.root))
                           : std::string("The picture that came with the text goes with the post.")});
}

void CompanionSearch::takeNeighbours()
{
    const fs::path &from = m_request.from;
    if (m_request.target != Target::Ablog || from.empty() || m_request.config.root.empty() ||
        from.parent_path() == m_folder || !isInside(from, m_root) || !isInside(m_request.to, m_root))
        return;
    const std::vector<Picture> before = picturesFrom(from);
    if (before.size() != m_pictures.size())
        return; // an included file is another one there
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (before[i].isRemote || before[i].uri == m_pictures[i].uri ||
            before[i].range.begin != m_pictures[i].range.begin)
            continue;
        const auto there = pictureFile(before[i].uri, from.parent_path(), m_root);
        const auto wanted = pictureFile(m_pictures[i].uri, m_folder, m_root);
        std::error_code error;
        if (there && wanted && *there != *wanted && fs::is_regular_file(*there, error))
            takeNeighbour(m_pictures[i], *wanted, *there);
    }
}

void CompanionSearch::takeNeighbour(const Picture &picture, const fs::path &wanted, const fs::path &there)
{
    const std::string shown = withinBlog(there, m_root);
    std::error_code error;
    if (fs::file_size(there, error) > largestPicture || error) {
        refuse(wanted, std::format("The picture {} is too large to be taken along: over 64 MB.", shown));
        return;
    }
    auto bytes = readFile(there);
    if (!bytes) {
        refuse(wanted, bytes.error());
        return;
    }
    // The name that it has, which is not always that of its address: `hall.*`, or `hall.de.png` for a site in German.
    const auto file = freeName(wanted.parent_path(), there.stem().string(), there.extension().string(), *bytes);
    if (!file || !isInside(*file, m_root)) {
        refuse(wanted,
               std::format("The picture {} cannot be taken along: too many others have its name there.", shown));
        return;
    }
    const bool isRenamed = file->filename() != there.filename();
    if (isRenamed) {
        const auto place = addressPlace(m_request.source, picture.range, wanted.filename().string());
        if (!place) {
            refuse(wanted,
                   std::format("The picture {} is not taken along: {} is another one, and its address cannot be "
                               "changed, for it does not stand in this text in one piece.",
                               shown, withinBlog(wanted.parent_path() / there.filename(), m_root)));
            return;
        }
        rename({place->end - wanted.filename().string().size(), place->end}, file->filename().string());
    } else if (!isAnother(*file, *bytes) && fs::exists(*file, error)) {
        return; // it is there
    }
    if (m_companions.find(wanted) != nullptr)
        return;
    m_companions.pictures.push_back(
        {.wanted = wanted,
         .file = *file,
         .bytes = std::move(*bytes),
         .told = isRenamed ? std::format("{} is taken along as {}, for another picture has its name there.", shown,
                                         withinBlog(*file, m_root))
                           : std::format("{} is taken along, to {}.", shown, withinBlog(*file, m_root))});
}

} // namespace

const CompanionPicture *CompanionPictures::find(const fs::path &wanted) const
{
    const auto found = std::ranges::find(pictures, wanted, &CompanionPicture::wanted);
    return found == pictures.end() ? nullptr : &*found;
}

const std::string *CompanionPictures::bytesOf(const fs::path &file) const
{
    const auto found = std::ranges::find_if(
        pictures, [&](const CompanionPicture &picture) { return picture.isDone && picture.file == file; });
    return found == pictures.end() ? nullptr : &found->bytes;
}

std::vector<FileContent> CompanionPictures::files() const
{
    std::vector<FileContent> files;
    for (const CompanionPicture &picture : pictures) {
        if (picture.isDone && !std::ranges::contains(files, picture.file, &FileContent::path))
            files.push_back({.path = picture.file, .bytes = picture.bytes, .mayReplace = false});
    }
    return files;
}

CompanionPictures companionPictures(const CompanionRequest &request)
{
    // Most posts are exported from where they lie, with nothing held: they are not read for this.
    if (request.held.empty() && (request.from.empty() || request.from.parent_path() == request.to.parent_path()))
        return {.text = std::string(request.source)};
    return CompanionSearch(request).run();
}

} // namespace publish
