package org.panarray.engine.cpu.fourier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// How sequences of one length are transformed, with the roots that takes.
public final class Plan {
  /// A length with a larger prime factor is a convolution.
  private static final int LARGEST_RADIX = 50;

  /// The longest sequences that are transformed side by side: eight of them fit into a cache.
  private static final int LONGEST_BESIDE = 2048;

  /// From here on a single sequence is worth a matrix.
  private static final int SHORTEST_SPLIT = 64;

  /// Elements of working memory that a plan keeps between calls.
  private static final int KEPT_ELEMENTS = 1 << 18;

  private static final int KEPT_PLANS = 32;

  private static final Map<Key, Plan> PLANS =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Plan> eldest) {
          return size() > KEPT_PLANS;
        }
      };

  private final int length;
  private final Butterflies lanes;
  private final @Nullable Stages beside;
  private final Single single;
  private final AtomicReference<@Nullable Lines> idle = new AtomicReference<>();

  private volatile @Nullable HalfLength doubled;

  private record Key(int length, boolean vector) {}

  private Plan(int length, boolean vector) {
    this.length = length;
    lanes = vector ? LaneButterflies.INSTANCE : ScalarButterflies.INSTANCE;
    List<Integer> factors = Stages.factors(length);
    if (!factors.isEmpty() && factors.getLast() > LARGEST_RADIX) {
      beside = null;
      single = new Chirp(length, vector);
      return;
    }
    int rows = length < SHORTEST_SPLIT ? 0 : Split.rowsOf(length);
    beside = length <= LONGEST_BESIDE || rows == 0 ? new Stages(length, lanes) : null;
    single = rows == 0 ? beside : new Split(rows, length / rows, lanes);
  }

  /// A plan, of which the last few are kept.
  ///
  /// @param vector whether to use lanes of the Vector API, which is there
  public static Plan of(int length, boolean vector) {
    Key key = new Key(length, vector);
    synchronized (PLANS) {
      Plan plan = PLANS.get(key);
      if (plan != null) {
        return plan;
      }
    }
    Plan plan = new Plan(length, vector);
    synchronized (PLANS) {
      PLANS.put(key, plan);
    }
    return plan;
  }

  /// Real sequences of twice the length.
  public HalfLength doubled() {
    HalfLength known = doubled;
    if (known == null) {
      known = new HalfLength(length);
      doubled = known;
    }
    return known;
  }

  Single single() {
    return single;
  }

  /// How many of so many sequences go side by side: one, or a multiple of eight.
  public int width(long sequences) {
    if (beside == null || length > LONGEST_BESIDE || sequences < Butterflies.PADDING / 2) {
      return 1;
    }
    int many = Math.max(1, LONGEST_BESIDE / length);
    return Butterflies.padded((int) Math.min(sequences, many));
  }

  /// Arrays for so many sequences and one element more of each.
  public Lines lines(int width) {
    int room = Math.multiplyExact(Math.addExact(length, 1), width);
    Lines kept = idle.getAndSet(null);
    return kept != null && kept.length() >= room ? kept : single.lines(room);
  }

  /// Gives arrays back for the next call.
  public void done(Lines lines) {
    if (lines.length() <= KEPT_ELEMENTS) {
      idle.set(lines);
    }
  }

  /// Transforms `width` sequences side by side: sums of the elements times `exp(-2 pi i j k / n)`.
  public void forward(Lines lines, int width) {
    if (width == 1 || beside == null) {
      single.run(lines);
    } else {
      beside.run(lines, width);
    }
  }

  /// The largest absolute value of a part of what was transformed, or NaN. Lines that nobody reads
  /// count as well.
  public double largest(Lines lines, int width) {
    return lanes.largest(lines, Math.min((length + 1) * width, lines.length()));
  }
}
