/// Reviews: what people say about results, beside what their metrics said.
@NullMarked
package ai.rhesis.backend.run.review;

import org.jspecify.annotations.NullMarked;
