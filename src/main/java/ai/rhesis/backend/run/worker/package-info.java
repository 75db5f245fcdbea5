/// Execution of runs on any number of nodes at once: takes items, asks targets, judges, and writes each result once.
///
/// A node acts as the user who started the run, through the row policies, and holds no connection between its short
/// transactions.
@NullMarked
package ai.rhesis.backend.run.worker;

import org.jspecify.annotations.NullMarked;
