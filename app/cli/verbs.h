// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/arguments.h"

namespace cli {

// Each verb of broadside-cli is described and done in the file of its name.
extern const Verb checkVerb;
extern const Verb dateVerb;
extern const Verb driftVerb;
extern const Verb blogVerb;
extern const Verb exportVerb;
extern const Verb hookVerb;
extern const Verb importVerb;
extern const Verb indexVerb;
extern const Verb linksVerb;
extern const Verb metadataVerb;
extern const Verb newVerb;
extern const Verb renameVerb;
extern const Verb renderVerb;
extern const Verb repairVerb;
extern const Verb searchVerb;

} // namespace cli
