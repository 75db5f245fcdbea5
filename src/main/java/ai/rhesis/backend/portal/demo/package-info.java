/// The demo for newcomers after a first start without configuration: a test set, and a target to run it against.
@NullMarked
package ai.rhesis.backend.portal.demo;

import org.jspecify.annotations.NullMarked;
