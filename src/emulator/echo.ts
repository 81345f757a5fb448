/** Tells a caller what it has sent: the bot of a session that a test gives no other. */
export async function echo(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url)
  const text = await request.text()
  return Response.json({
    method: request.method,
    path: pathname,
    query: Object.fromEntries(searchParams),
    headers: Object.fromEntries(request.headers),
    body: parsed(text),
  })
}

/** JSON as what it means, other text as it is, and null for none. */
function parsed(text: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
