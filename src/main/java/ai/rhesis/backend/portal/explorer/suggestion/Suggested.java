package ai.rhesis.backend.portal.explorer.suggestion;

/// A suggestion.
///
/// @param index its place among those of one request, from 0
/// @param topic a path; empty for none
record Suggested(int index, String topic, String input) {}
