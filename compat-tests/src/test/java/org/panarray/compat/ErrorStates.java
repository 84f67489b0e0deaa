package org.panarray.compat;

import java.util.Locale;
import java.util.Map;
import org.panarray.ErrorState;

/// NumPy's keywords of `errstate` and `seterr`.
final class ErrorStates {
  private ErrorStates() {}

  static ErrorState with(ErrorState before, Map<String, Literal> keywords) {
    ErrorState state = before;
    for (Map.Entry<String, Literal> entry : keywords.entrySet()) {
      String word = ((Literal.Text) entry.getValue()).value();
      var mode = ErrorState.Mode.valueOf(word.toUpperCase(Locale.ROOT));
      state =
          switch (entry.getKey()) {
            case "all" -> ErrorState.all(mode);
            case "divide" -> new ErrorState(mode, state.over(), state.under(), state.invalid());
            case "over" -> new ErrorState(state.divide(), mode, state.under(), state.invalid());
            case "under" -> new ErrorState(state.divide(), state.over(), mode, state.invalid());
            default -> new ErrorState(state.divide(), state.over(), state.under(), mode);
          };
    }
    return state;
  }
}
