import type { ServerResponse } from 'node:http'
import type { Server, Socket } from 'node:net'
import { expect } from 'vitest'
import type { PipecatCloudOptions } from '../../../src/index.js'
import { bomb, http, pour, pourCompressed, tcp } from './hostile-servers.js'

const MiB = 2 ** 20
const GiB = 2 ** 30
const JSON_TYPE = { 'content-type': 'application/json' }

/** What a server does to a client that reads an agent. */
export interface Attack {
  readonly server: () => Server
  readonly options?: PipecatCloudOptions
  /** What the call rejects with. */
  readonly want: object
}

const answering = (answer: (response: ServerResponse) => void) => () =>
  http((_, response) => answer(response))
const writing = (write: (socket: Socket) => void) => () => tcp(write)

const tooLarge = {
  name: 'ResponseTooLargeError',
  operation: 'getAgent',
  message: `The response of getAgent is larger than ${16 * MiB} bytes`,
  limit: 16 * MiB,
}
const noAnswer = (message: string | RegExp) => ({
  name: 'ConnectionError',
  operation: 'getAgent',
  message: expect.stringMatching(message),
})
const late = { name: 'TimeoutError', message: 'getAgent took longer than 1000 ms', timeout: 1000 }
const brief = { timeout: 1000 }

const deep = (opening: string, closing: string) => opening.repeat(100_000) + closing.repeat(100_000)

/** What servers can do, by its name. */
export const attacks: Readonly<Record<string, Attack>> = {
  'a body of 2 GiB with its length': {
    server: answering((response) => {
      response.writeHead(200, { ...JSON_TYPE, 'content-length': 2 * GiB })
      pour(response, 2 * GiB)
    }),
    want: tooLarge,
  },
  'a body of 2 GiB without its length': {
    server: answering((response) => {
      response.writeHead(200, JSON_TYPE)
      pour(response, 2 * GiB)
    }),
    want: tooLarge,
  },
  'an error with a body of 2 GiB': {
    server: answering((response) => {
      response.writeHead(500, JSON_TYPE)
      pour(response, 2 * GiB)
    }),
    want: tooLarge,
  },
  'a body that is longer than its length': {
    server: writing((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}')
      pour(socket, 2 * GiB)
    }),
    want: { name: 'ResponseValidationError', operation: 'getAgent' },
  },
  'chunks without end': {
    server: writing((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n')
      pour(socket, 2 * GiB, Buffer.from(`10000\r\n${' '.repeat(0x10000)}\r\n`))
    }),
    want: tooLarge,
  },
  'a gzip bomb of 1 GiB': {
    server: answering((response) => {
      response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' })
      pourCompressed(response, GiB)
    }),
    want: tooLarge,
  },
  'a gzip bomb in one piece, with its length': {
    server: () => {
      const body = bomb(200 * MiB)
      return http((_, response) =>
        response
          .writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip', 'content-length': body.length })
          .end(body),
      )
    },
    want: tooLarge,
  },
  'an error that is a gzip bomb': {
    server: answering((response) => {
      response.writeHead(400, { ...JSON_TYPE, 'content-encoding': 'gzip' })
      pourCompressed(response, GiB)
    }),
    want: tooLarge,
  },
  'headers without end': {
    server: writing((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      pour(socket, 2 * GiB, Buffer.from('x-more: and more\r\n'.repeat(1000)))
    }),
    want: noAnswer(/Headers Overflow/i),
  },
  'a header without end': {
    server: writing((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nx-more: ')
      pour(socket, 2 * GiB, Buffer.alloc(MiB, 'a'))
    }),
    want: noAnswer(/Headers Overflow/i),
  },
  'trailers without end': {
    server: writing((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n')
      pour(socket, 2 * GiB, Buffer.from('x-more: and more\r\n'.repeat(1000)))
    }),
    want: noAnswer(/Headers Overflow/i),
  },
  'interim responses without end': {
    server: writing((socket) =>
      pour(socket, 2 * GiB, Buffer.from('HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'.repeat(1000))),
    ),
    options: brief,
    want: late,
  },
  'arrays, 100,000 deep': {
    server: answering((response) => response.writeHead(200, JSON_TYPE).end(deep('[', ']'))),
    want: { name: 'ResponseValidationError', operation: 'getAgent' },
  },
  'objects, 100,000 deep': {
    server: answering((response) =>
      response.writeHead(200, JSON_TYPE).end(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`),
    ),
    want: { name: 'ResponseValidationError', operation: 'getAgent' },
  },
  'an error of objects, 100,000 deep': {
    server: answering((response) =>
      response.writeHead(400, JSON_TYPE).end(`${'{"error":'.repeat(100_000)}1${'}'.repeat(100_000)}`),
    ),
    want: { name: 'BadRequestError', status: 400, message: 'getAgent failed (400)' },
  },
  'arrays that are never closed': {
    server: answering((response) => response.writeHead(200, JSON_TYPE).end('['.repeat(100_000))),
    want: { name: 'ResponseValidationError', operation: 'getAgent' },
  },
  'a body that trickles': {
    server: answering((response) => {
      response.writeHead(200, JSON_TYPE)
      const timer = setInterval(() => response.write(' '), 10)
      response.on('close', () => clearInterval(timer))
    }),
    options: brief,
    want: late,
  },
  'an error whose body trickles': {
    server: answering((response) => {
      response.writeHead(400, JSON_TYPE)
      const timer = setInterval(() => response.write(' '), 10)
      response.on('close', () => clearInterval(timer))
    }),
    options: brief,
    want: late,
  },
  'headers that trickle': {
    server: writing((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      const timer = setInterval(() => socket.write('x: y\r\n'), 10)
      socket.on('close', () => clearInterval(timer))
    }),
    options: brief,
    want: late,
  },
  'no HTTP': { server: writing((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n')), want: noAnswer(/./) },
  'a wait of a year before the next attempt': {
    server: answering((response) => response.writeHead(429, { 'retry-after': '31536000' }).end()),
    options: { retries: 2 },
    want: { name: 'RateLimitError', status: 429 },
  },
}
