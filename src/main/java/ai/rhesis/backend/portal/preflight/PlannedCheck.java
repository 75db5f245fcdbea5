package ai.rhesis.backend.portal.preflight;

import org.jspecify.annotations.Nullable;

/// A check of a preflight.
///
/// @param set the test set that it is about; null for what concerns all of them
record PlannedCheck(CheckName name, @Nullable CheckedSet set, boolean isApplicable) {}
