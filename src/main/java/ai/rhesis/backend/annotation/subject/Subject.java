package ai.rhesis.backend.annotation.subject;

import java.util.UUID;

/// An object that comments, tasks and files can be about.
public interface Subject {

    UUID getId();
}
