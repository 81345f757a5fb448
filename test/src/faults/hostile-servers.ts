import { createServer, type RequestListener, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net'
import { constants, createGzip, gzipSync } from 'node:zlib'
import { onTestFinished } from 'vitest'

const MiB = 2 ** 20
const BLOCK = Buffer.alloc(MiB, ' ')

/** Starts a server on loopback that ends with the test, and gives its URL. */
export async function open(server: Server): Promise<string> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    const closed = once(server, 'close')
    server.close()
    for (const socket of sockets) socket.destroy()
    await closed
  })
  const { port } = server.address() as AddressInfo // A TCP server has an address of this type once it listens.
  return `http://127.0.0.1:${port}`
}

/** A server that answers every HTTP request in the same way. */
export function http(listener: RequestListener): Server {
  return createServer(listener)
}

/** A server that writes to every connection what it likes, once a request has begun. */
export function tcp(write: (socket: Socket) => void): Server {
  return createTcpServer((socket) => socket.once('data', () => write(socket)))
}

/** Writes blocks for as long as they are taken, up to so many bytes, and no more of them than the other end reads. */
export function pour(response: ServerResponse | Socket, bytes: number, block = BLOCK): void {
  let left = bytes
  const next = () => {
    while (left > 0 && !response.destroyed) {
      left -= block.length
      if (!response.write(block)) return
    }
    if (!response.destroyed) response.end()
  }
  response.on('drain', next)
  next()
}

/** So many bytes of blanks, compressed: a thousandth of it, and less. */
export function bomb(bytes: number): Buffer {
  return gzipSync(Buffer.alloc(bytes, ' '), { level: 9 })
}

/** Pours blanks, compressed as they come. */
export function pourCompressed(response: ServerResponse, bytes: number): void {
  const gzip = createGzip({ level: constants.Z_BEST_SPEED })
  gzip.on('error', () => undefined)
  response.on('close', () => gzip.destroy())
  gzip.pipe(response)
  let left = bytes
  const next = () => {
    while (left > 0 && !gzip.destroyed) {
      left -= BLOCK.length
      if (!gzip.write(BLOCK)) return
    }
    if (!gzip.destroyed) gzip.end()
  }
  gzip.on('drain', next)
  next()
}
