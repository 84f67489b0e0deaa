import static org.panarray.Kw.bins;
import static org.panarray.Kw.n;
import static org.panarray.Np.np;

import org.panarray.NDArray;

/// A noisy signal: spectrum, smoothing, peaks, a histogram; the twin of spectrum.py.
public class Spectrum {
  public static void main(String[] args) {
    var rng = np.random.defaultRng(7);
    NDArray t = np.arange(20000).div(1000);
    NDArray clean = np.sin(t.times(2 * np.pi * 5)).plus(np.sin(t.times(2 * np.pi * 12)).times(0.5));
    NDArray noisy = clean.plus(rng.standardNormal(t.len()).times(0.3));
    NDArray spectrum = np.abs(np.fft.rfft(noisy));
    NDArray frequencies = np.fft.rfftfreq(t.len(), 1.0 / 1000);
    NDArray strongest = np.argsort(spectrum).get("-2:").get("::-1");
    System.out.println(
        np.round(frequencies.get(strongest), 6) + " " + np.round(spectrum.get(strongest), 3));
    NDArray window = np.hanning(25);
    NDArray smooth = np.convolve(noisy, window.div(window.sum()), "same");
    NDArray inner = smooth.get("1:-1");
    NDArray isPeak = inner.gt(smooth.get(":-2")).and(inner.gt(smooth.get("2:"))).and(inner.gt(1));
    NDArray peaks = np.flatnonzero(isPeak).plus(1);
    System.out.println(peaks.len() + " " + peaks.get(":6"));
    var histogram = np.histogram(noisy, bins(8));
    NDArray ends = histogram.binEdges().get(new int[] {0, -1});
    System.out.println(histogram.hist() + " " + np.round(ends, 5));
    NDArray low = np.where(frequencies.lt(15), np.fft.rfft(noisy), 0);
    NDArray filtered = np.fft.irfft(low, n((int) t.len()));
    System.out.println(np.round(np.sqrt(np.mean(filtered.minus(clean).pow(2))), 6));
  }
}
