package org.panarray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panarray.Kw.casting;
import static org.panarray.Kw.timezone;
import static org.panarray.Kw.unit;
import static org.panarray.Np.np;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What of dates depends on the day or the place, or is of Java alone.
class DatesTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @Test
  void todayIsTheDayHereAndNowIsTheSecondInGreenwich() {
    long before = Instant.now().getEpochSecond();
    LocalDate day = LocalDate.now(ZoneId.systemDefault());
    long now = np.datetime64("NOW").view(np.int64).asLong();
    String today = np.datetime64("Today").toString();
    assertTrue(before <= now && now <= Instant.now().getEpochSecond());
    assertEquals("datetime64[s]", np.datetime64("now").dtype().name());
    assertTrue(List.of(day, day.plusDays(1)).contains(LocalDate.parse(today)));
  }

  /// The texts are NumPy's, of `zoneinfo.ZoneInfo("America/New_York")` and its like.
  @Test
  void datesAreToldInTheTimeOfAPlace() {
    NDArray times =
        np.array(
            List.of("1911-07-12T01:02:03", "2011-03-13T06:59", "2011-03-13T07:00", "NaT"),
            np.dtype("M8[s]"));
    assertEquals(
        List.of(
            "1911-07-11T20:02:03-0500",
            "2011-03-13T01:59:00-0500",
            "2011-03-13T03:00:00-0400",
            "NaT"),
        np.datetimeAsString(times, timezone(NEW_YORK)));
    NDArray early = np.datetime64("0911-07-12T01:02:03");
    assertEquals("0911-07-11T20:05:03-0457", np.datetimeAsString(early, timezone(NEW_YORK)));
    NDArray midnight = np.datetime64("2011-03-12", "m");
    ZoneId west = ZoneOffset.ofHours(-5);
    assertEquals(
        "2011-03-11T19:00-0500", np.datetimeAsString(midnight, timezone(west), unit("auto")));
    ZoneId odd = ZoneOffset.ofHoursMinutesSeconds(-5, -30, -15);
    assertEquals(
        "2011-03-11T18:29-0531", np.datetimeAsString(midnight, timezone(odd), unit("auto")));
    assertEquals(
        "2011-02",
        np.datetimeAsString(np.datetime64("2011-03"), timezone(west), casting("unsafe")));
  }

  @Test
  void localTimeIsThatOfThisMachine() {
    NDArray times = np.array(List.of("2011-03-12T13:00", "1969-07-20T20:17"), np.dtype("M8[m]"));
    assertEquals(
        np.datetimeAsString(times, timezone(ZoneId.systemDefault())),
        np.datetimeAsString(times, timezone("local")));
  }
}
