package ai.rhesis.backend.portal.overview;

/// An object that was found, and the path under which it is read.
record ResolvedView(ObjectView object, String url) {}
