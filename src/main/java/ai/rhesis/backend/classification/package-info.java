/// Categories and topics: two trees of names by which tests and prompts are sorted.
@NullMarked
package ai.rhesis.backend.classification;

import org.jspecify.annotations.NullMarked;
