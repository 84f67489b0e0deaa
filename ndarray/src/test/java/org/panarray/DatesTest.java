package org.panarray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panarray.Kw.casting;
import static org.panarray.Kw.timezone;
import static org.panarray.Kw.unit;
import static org.panarray.Np.np;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.panarray.error.OverflowError;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;

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

  @Test
  void objectsOfJavaGetTheUnitThatNumpyGivesToThoseOfPythonUnlessTheyHaveNanoseconds() {
    LocalDateTime time = LocalDateTime.of(2020, 1, 1, 1, 2, 3, 4_000);
    assertEquals("[D] 2020-02-29", shown(np.datetime64(LocalDate.of(2020, 2, 29))));
    assertEquals("[us] 2020-01-01T01:02:03.000004", shown(np.datetime64(time)));
    assertEquals("[ns] 2020-01-01T01:02:03.000004005", shown(np.datetime64(time.plusNanos(5))));
    assertEquals("[us] 1970-01-01T00:00:00.000000", shown(np.datetime64(Instant.EPOCH)));
    assertEquals(
        "[ns] 1969-12-31T23:59:59.999999999", shown(np.datetime64(Instant.EPOCH.minusNanos(1))));
    assertEquals(
        "[us] 86402000003 microseconds", shown(np.timedelta64(Duration.ofSeconds(86_402, 3_000))));
    assertEquals("[ns] 1 nanoseconds", shown(np.timedelta64(Duration.ofNanos(1))));
    assertEquals("[M] 2011-03", shown(np.datetime64(YearMonth.of(2011, 3))));
    assertEquals("[Y] -044", shown(np.datetime64(Year.of(-44))));
    assertEquals("[D] 10 days", shown(np.timedelta64(Period.ofDays(10))));
    assertEquals("[M] 14 months", shown(np.timedelta64(Period.of(1, 2, 0))));
    assertEquals("[Y] 3 years", shown(np.timedelta64(Period.ofYears(3))));
    assertThrows(ValueError.class, () -> np.timedelta64(Period.of(0, 1, 1)));
  }

  @Test
  void objectsTogetherGetTheFinestOfTheirUnitsAndThoseOfAnArrayItsOwn() {
    List<Object> mixed = List.of(LocalDate.of(2020, 1, 1), Instant.ofEpochSecond(-1, 5));
    assertEquals("datetime64[ns]", np.array(mixed, np.dtype("M8")).dtype().name());
    assertEquals("datetime64[ns]", np.array(mixed).dtype().name());
    assertEquals("['2020-01-01' '1969-12-31']", np.array(mixed, np.dtype("M8[D]")).toString());
    assertEquals(
        "[1 2]",
        np.array(List.of(Duration.ofHours(30), Period.ofDays(2)), np.dtype("m8[D]")).toString());
    assertEquals(5, np.array(List.of(Year.of(1975)), np.dtype("M8[Y]")).view(np.int64).asLong());
    TypeError months = assertThrows(TypeError.class, () -> np.timedelta64(Period.ofMonths(1), "D"));
    assertEquals(
        "Cannot cast NumPy timedelta64 scalar from metadata [M] to [D] according to the rule"
            + " 'same_kind'",
        months.getMessage());
    assertThrows(ValueError.class, () -> np.timedelta64(LocalDate.EPOCH, "D"));
    assertThrows(TypeError.class, () -> np.timedelta64(Duration.ofDays(40), "M"));
    assertThrows(OverflowError.class, () -> np.datetime64(Instant.MAX));
    assertEquals(
        "[s] +1000000000-12-31T23:59:59".replace("+", ""), shown(np.datetime64(Instant.MAX, "s")));
  }

  @Test
  void rangesGoFromObjectsOfJava() {
    assertEquals(
        "['2011-01-01' '2011-01-03']",
        np.arange(LocalDate.of(2011, 1, 1), LocalDate.of(2011, 1, 5), Period.ofDays(2)).toString());
    assertEquals(
        "datetime64[us]",
        np.arange(LocalDate.of(2011, 1, 1), 3, Duration.ofHours(24)).dtype().name());
    assertEquals("['2011-01' '2011-02']", np.arange(YearMonth.of(2011, 1), "2011-03").toString());
  }

  private static String shown(NDArray scalar) {
    String name = scalar.dtype().name();
    return name.substring(name.indexOf('[')) + " " + scalar;
  }
}
