package org.panarray.result;

/// What `datetimeData` gives.
///
/// @param unit NumPy's code of the unit: `D`, `ms`, `generic`
/// @param count how many units one step counts
public record DatetimeData(String unit, int count) {}
