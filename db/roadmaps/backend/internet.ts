import { type Step, seat } from '../roadmap'

export const internet: Step = {
  id: 'internet',
  title: 'Internet',
  line: 1,
  summary:
    'What happens between typing an address and seeing a page: names, connections, requests, and the machines that answer.',
  topics: ['Names and DNS', 'TCP and TLS', 'HTTP requests and responses', 'Domains', 'Hosting'],
  outcomes: [
    'You can follow one request from the address bar to the server and back, and name each hop.',
    'You can read an HTTP exchange and say what its method, status and headers mean.',
    'You can point a domain at a server and explain why the change takes time to arrive.',
    'You can choose between shared, virtual and managed hosting for a small service.',
  ],
  prerequisites: [],
  ideas: [
    {
      slug: 'header-notebook',
      title: 'Header notebook',
      pitch:
        'Fetch any address and get its status and headers back, each explained in one sentence.',
      description: [
        'A small web page with one field. Enter an address, and the server fetches it and shows the status, every redirect on the way, and each header with a sentence about what it does.',
        '- Write the explanations yourselves, starting with the twenty headers you meet most often.\n- Follow redirects by hand, so that you see every hop.\n- Refuse private addresses: a server that fetches anything for anybody is a hole in its own network.',
        '**Done means** three addresses with different behaviour (a redirect, a cached asset, an error) are explained well enough that a friend who does not code understands the page.',
      ],
      hoursPerWeek: 3,
      openings: [
        seat('Backend developer', 1, { javascript: 1 }, { http: 1 }),
        seat('Writer of explanations', 1, { http: 1 }, { 'technical-writing': 1 }),
      ],
    },
    {
      slug: 'name-trail',
      title: 'Name trail',
      pitch: 'Resolve a domain from the root down and draw every name server that was asked.',
      description: [
        'Most programs ask one resolver and trust its answer. Yours asks the root servers, then the servers they refer to, until an address comes back, and it shows the whole trail with timings.',
        'Send the UDP packets yourselves: building a twelve-byte header and reading compressed names teaches more than any library would.',
        '- Handle A, AAAA, CNAME and NS answers, truncated replies, and servers that stay silent.\n- Cache by time to live, and show what a second lookup saves.\n- Draw the trail as a tree in the terminal or in a page.',
        '**Done means** ten well-known names resolve to the same addresses as your system resolver gives, and a broken delegation produces a message that says which server failed.',
      ],
      hoursPerWeek: 5,
      openings: [
        seat('Protocol developer', 2, { networking: 2 }, { dns: 1, go: 1 }),
        seat('Interface developer', 1, { javascript: 2 }, { svg: 1 }),
      ],
    },
    {
      slug: 'http-from-sockets',
      title: 'HTTP from sockets',
      pitch: 'Write an HTTP/1.1 server on bare TCP that real browsers are happy to talk to.',
      description: [
        'Start from a TCP listener and nothing else. Parse request lines and headers from a stream that arrives in awkward pieces, keep connections alive, and serve a folder of files with ranges and conditional requests.',
        'The interesting half is what you refuse: header blocks that never end, two different lengths in one request, paths that climb out of the folder, and clients that send one byte a minute.',
        '- A parser that works byte by byte and is tested with random cuts.\n- Keep-alive, pipelining, chunked bodies, `Range` and `If-None-Match`.\n- Limits on size and time for every phase of a request.',
        '**Done means** a browser loads a page with forty images over it, a load test of ten minutes leaks no connection, and every refused input has a test with its name.',
      ],
      hoursPerWeek: 8,
      openings: [
        seat('Systems developer', 2, { networking: 3, http: 2 }, { rust: 2, go: 2 }),
        seat('Test engineer', 1, { 'property-based-testing': 2 }, { fuzzing: 1 }),
      ],
    },
  ],
}
