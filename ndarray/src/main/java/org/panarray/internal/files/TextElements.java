package org.panarray.internal.files;

import java.util.ArrayList;
import java.util.List;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.internal.array.ElementRules;
import org.panarray.io.TableReader;
import org.panarray.shape.Shape;

/// The fields of a table that are no numbers. The table holds their numbers until all are there:
/// only together do texts tell the unit of dates.
public final class TextElements implements TableReader.Fields {
  private final DType dtype;
  private final ElementRules rules;
  private final List<Object> fields = new ArrayList<>();

  public TextElements(DType dtype, ElementRules rules) {
    this.dtype = dtype;
    this.rules = rules;
  }

  @Override
  public long read(String field) {
    rules.read(List.of(field), Shape.SCALAR);
    fields.add(field);
    return fields.size() - 1L;
  }

  @Override
  public String name() {
    return dtype.name();
  }

  /// The elements of the fields with these numbers.
  public NDArray at(NDArray numbers) {
    NDArray elements = rules.read(fields, Shape.of(fields.size()));
    return fields.isEmpty() ? elements.reshape(numbers.dims()) : elements.get(numbers);
  }
}
