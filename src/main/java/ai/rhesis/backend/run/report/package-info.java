/// A test run as a page for people: one file that needs nothing else, on screen and on paper.
@NullMarked
package ai.rhesis.backend.run.report;

import org.jspecify.annotations.NullMarked;
