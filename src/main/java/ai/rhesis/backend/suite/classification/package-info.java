/// Categories and topics: two trees of names by which tests and prompts are sorted.
@NullMarked
package ai.rhesis.backend.suite.classification;

import org.jspecify.annotations.NullMarked;
