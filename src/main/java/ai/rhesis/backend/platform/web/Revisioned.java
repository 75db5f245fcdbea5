package ai.rhesis.backend.platform.web;

/// A single object in an answer: its revision becomes the first half of the ETag.
public interface Revisioned {

    long revision();
}
