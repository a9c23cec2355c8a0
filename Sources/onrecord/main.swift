import Glibc

// What to do with the command line is in `Program`; this file only ends the process with its status.
exit(Program.run(Array(CommandLine.arguments.dropFirst())).rawValue)
