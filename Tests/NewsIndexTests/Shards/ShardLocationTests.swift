import Testing
import XapianStore

@testable import NewsIndex

struct ShardLocationTests {
  private func error(_ text: String) -> NewsIndexError? {
    do throws(NewsIndexError) {
      _ = try ShardLocation(text)
      return nil
    } catch { return error }
  }

  @Test func addressesAreTakenApart() throws {
    #expect(try ShardLocation("news") == .folder("news"))
    #expect(try ShardLocation("/srv/odd name;x") == .folder("/srv/odd name;x"))
    #expect(try ShardLocation("ssh://host/srv/news") == .ssh(host: "host", port: nil, path: "/srv/news"))
    #expect(
      try ShardLocation("ssh://desk@a-b.example.org:2222/srv/n_1.x/")
        == .ssh(host: "desk@a-b.example.org", port: 2222, path: "/srv/n_1.x"))
    #expect(try ShardLocation("tcp://10.0.0.7:7001") == .tcp(host: "10.0.0.7", port: 7001))
  }

  @Test(arguments: [
    "ssh://-oProxyCommand=x/y", "ssh://host", "ssh://host/", "ssh:///srv", "ssh://host/a b", "ssh://host/a;b",
    "ssh://host/$(id)", "ssh://host/`id`", "ssh://host/a'b", "ssh://host/-x", "ssh://-host/x", "ssh://u@-host/x",
    "ssh://@host/x", "ssh://a@b@c/x", "ssh://host:22x/x", "ssh://host:/x", "ssh://host:99999/x", "ssh://ho|st/x",
    "ssh://host/ä", "ssh://host/a\nb", "tcp://host", "tcp://host:", "tcp://:70", "tcp://host:0", "tcp://host:65534",
    "tcp://ho st:7001", "tcp://-host:7001", "",
  ])
  func whatACommandCouldMisreadIsRefused(text: String) {
    #expect(error(text)?.kind == .usage, "\(text)")
  }

  @Test func theCommandIsTheOneThatTheManualShows() throws {
    let ssh = try ShardLocation("ssh://desk@host:2222/srv/news")
    #expect(
      ssh.remoteDatabase(.segment)?.name
        == "ssh -oBatchMode=yes -p 2222 -- desk@host xapian-progsrv /srv/news/current/segments")
    #expect(
      try ShardLocation("ssh://host/x").hint(.article)
        == "try by hand: ssh -oBatchMode=yes -- host xapian-progsrv /x/current/articles (it prints a few signs and "
        + "waits)")
    let tcp = try ShardLocation("tcp://host:7001")
    #expect(IndexUnit.allCases.map { tcp.remoteDatabase($0)?.name } == ["host:7003", "host:7002", "host:7001"])
    #expect(tcp.hint(.statement) == "is it served there? xapian-tcpsrv --port 7002 DIR/current/statements")
  }
}
