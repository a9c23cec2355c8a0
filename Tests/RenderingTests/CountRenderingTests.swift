import ArticleModel
import NewsIndex
import Rendering
import Testing

@Suite struct CountRenderingTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func facetsAreOneObjectAsTheContractHasIt() {
    #expect(
      text(Renderer(format: .jsonl).facets(Samples.facets))
        == #"{"schemaVersion":1,"queryId":null,"total":120,"unit":"statement","exact":true,"#
        + #""facets":{"speaker":{"values":[{"value":"Ada Roth","count":31},{"value":"Bo Li","count":1}],"#
        + #""other":40,"unknown":9,"distinct":57},"region":{"values":[{"value":"Kherson","id":"UA-65","count":1200}],"#
        + #""other":0,"unknown":0,"distinct":1}}}"# + "\n")
  }

  @Test func facetsAsTextAlignTheNumbers() {
    #expect(
      text(Renderer().facets(Samples.facets)) == """
        120 statements

        speaker  57 values
          31  ████████████████████  Ada Roth
           1  ▋                     Bo Li
          40                        (other)
           9                        (unknown)

        region  1 value
          1,200  ████████████████████  Kherson  UA-65

        """)
  }

  @Test func facetsAsATableNameWhatIsNotAValue() {
    #expect(
      text(Renderer(format: .csv).facets(Samples.facets)) == """
        field,value,id,count
        speaker,Ada Roth,,31
        speaker,Bo Li,,1
        speaker,(other),,40
        speaker,(unknown),,9
        region,Kherson,UA-65,1200

        """)
  }

  @Test func aTimelineShowsItsEmptySteps() {
    #expect(
      text(Renderer(style: TextStyle(columns: 26)).timeline(Samples.timeline, query: "x")) == """
        2024-10  4  ██████████████
        2024-11  0
        7 statements by month
        2 without a date
        1 whose date is known less exactly than a month

        """)
    #expect(
      text(Renderer(format: .jsonl).timeline(Samples.timeline, query: "x"))
        == #"{"schemaVersion":1,"query":"x","total":7,"unit":"statement","by":"month","buckets":["#
        + #"{"value":"2024-10","first":"2024-10-01","last":"2024-10-31","count":4},"#
        + #"{"value":"2024-11","first":"2024-11-01","last":"2024-11-30","count":0}],"unknown":2,"coarser":1}"# + "\n")
  }

  @Test func fieldsListTheWholeTable() {
    let lines = text(Renderer().fields(FieldTable.fields)).split(separator: "\n")
    #expect(lines.count == FieldTable.fields.count)
    #expect(lines[0].hasPrefix("speaker    speaker:\"vladimir putin\""))
  }
}
