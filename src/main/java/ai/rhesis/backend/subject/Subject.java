package ai.rhesis.backend.subject;

import java.util.UUID;

/// An object that comments, tasks and files can be about.
public interface Subject {

    UUID getId();
}
