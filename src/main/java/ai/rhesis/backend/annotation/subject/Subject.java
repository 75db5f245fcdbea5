package ai.rhesis.backend.annotation.subject;

import ai.rhesis.backend.platform.persistence.Resolvable;

/// An object that comments, tasks and files can be about.
public interface Subject extends Resolvable {}
