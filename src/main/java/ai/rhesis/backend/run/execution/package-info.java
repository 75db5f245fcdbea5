/// Executes runs: pins what is run, works on it on any number of nodes at once, writes each result once, and ends.
///
/// Whatever a node does here it does as the user who started the run, through the row policies; between its short
/// transactions it holds no connection.
@NullMarked
package ai.rhesis.backend.run.execution;

import org.jspecify.annotations.NullMarked;
