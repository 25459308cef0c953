const inVietnam = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** "10:32 ngày 05/03/2026", in Vietnam, from an ISO instant. */
export function formatInstant(instant: string): string {
  const parts = Object.fromEntries(
    inVietnam.formatToParts(new Date(instant)).map((part) => [part.type, part.value]),
  );
  return `${parts['hour']}:${parts['minute']} ngày ${parts['day']}/${parts['month']}/${parts['year']}`;
}
