package ai.rhesis.backend.portal.notification;

/// The number of notifications that were unread and are read now.
record ReadResponse(int updated) {}
