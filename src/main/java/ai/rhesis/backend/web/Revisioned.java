package ai.rhesis.backend.web;

/// A single object in an answer: its revision becomes the first half of the ETag.
public interface Revisioned {

    long revision();
}
