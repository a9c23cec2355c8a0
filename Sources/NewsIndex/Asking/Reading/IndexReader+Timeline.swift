import ArticleModel
import XapianStore

extension IndexReader {
  private static let mostBars = 60

  /// Counts over time; empty steps between the first and the last are there.
  public func timeline(_ request: TimelineRequest) throws(AskingError) -> Timeline {
    try answering {
      let prepared = try prepare(request.query)
      let (total, tally, days) = try days(prepared)
      let dates = tally.counts.indices.filter { tally.counts[$0] > 0 }
        .map { (date: days[$0], count: tally.counts[$0]) }
      let step = request.step ?? Self.finestStep(dates.map(\.date))
      var timeline = Timeline(
        unit: prepared.unit.unit, step: step, total: total, buckets: [], unknown: tally.unknown, coarser: 0,
        notes: try notes(prepared, request.query, total: total))
      var counts: [CalendarDay: Int] = [:]
      for (date, count) in dates {
        if let start = step.start(of: date) {
          counts[start, default: 0] += count
        } else {
          timeline.coarser += count
        }
      }
      timeline.buckets = step.buckets(counts)
      return timeline
    }
  }

  private static func finestStep(_ dates: [UInt32]) -> TimelineStep {
    for step in [TimelineStep.day, .week, .month] {
      let starts = dates.compactMap(step.start)
      guard let first = starts.min(), let last = starts.max() else { continue }
      let days = last.dayNumber - first.dayNumber
      let bars = days / (step == .day ? 1 : step == .week ? 7 : 30) + 1
      // A step that most dates are too coarse for shows little.
      if bars <= mostBars, starts.count * 2 >= dates.count { return step }
    }
    return .year
  }
}

extension TimelineStep {
  /// The first day of the step that a facet date lies in; `nil` where the date is coarser than the step.
  func start(of date: UInt32) -> CalendarDay? {
    let (year, month, day) = FacetDate.parts(date)
    switch self {
    case .year: return CalendarDay(year: year, month: 1, day: 1)
    case .month: return month == 0 ? nil : CalendarDay(year: year, month: month, day: 1)
    case .day: return day == 0 ? nil : CalendarDay(year: year, month: month, day: day)
    case .week:
      guard day != 0, let day = CalendarDay(year: year, month: month, day: day) else { return nil }
      return day.adding(days: 1 - day.weekday)
    }
  }

  private func next(after start: CalendarDay) -> CalendarDay {
    switch self {
    case .day: return start.adding(days: 1)
    case .week: return start.adding(days: 7)
    case .month: return start.adding(months: 1)
    case .year: return start.adding(months: 12)
    }
  }

  private func label(_ start: CalendarDay) -> String {
    let text = start.description
    switch self {
    case .day, .week: return text
    case .month: return String(text.dropLast(3))
    case .year: return String(text.dropLast(6))
    }
  }

  /// Beyond it two far dates would fill the memory with empty steps: they are left out then.
  private static let mostBuckets = 20_000

  func buckets(_ counts: [CalendarDay: Int]) -> [Timeline.Bucket] {
    guard let first = counts.keys.min(), let last = counts.keys.max() else { return [] }
    var starts: [CalendarDay] = []
    var start = first
    while start <= last, starts.count <= Self.mostBuckets {
      starts.append(start)
      let next = next(after: start)
      if next <= start { break }
      start = next
    }
    if starts.count > Self.mostBuckets { starts = counts.keys.sorted() }
    return starts.map { start in
      let end = next(after: start).adding(days: -1)
      return Timeline.Bucket(
        label: label(start), first: start, last: max(start, end), count: counts[start] ?? 0)
    }
  }
}
