/// The oracle: every primitive, element by element, by the plainest loops. It says what is right,
/// so it shares no code with the engine that it judges.
@NullMarked
package org.panarray.engine.interpreter;

import org.jspecify.annotations.NullMarked;
