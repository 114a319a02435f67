// A real provider of OpenID Connect, for the tests: two people without passwords, one client, nothing kept.
// `node provider.mjs PORT BACK AFTER`: BACK and AFTER are the addresses that the client gave.
import { createServer } from "node:http"
import { Provider } from "oidc-provider"

const [port, back, after] = process.argv.slice(2)
const issuer = `http://127.0.0.1:${port}`
const PEOPLE = {
  ada: { name: "Ada Salo", groups: ["planners"] },
  eva: { name: "Eva Ek", groups: [] },
}

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: "toimi",
      client_secret: "a goose: in the granary+100%",
      redirect_uris: [back],
      post_logout_redirect_uris: [after],
    },
  ],
  claims: { openid: ["sub"], profile: ["name", "groups"] },
  cookies: { keys: ["only for tests"] },
  features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true, logoutSource: asked } },
  findAccount: (_context, sub) =>
    PEOPLE[sub] && { accountId: sub, claims: () => ({ sub, ...PEOPLE[sub] }) },
  interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
  pkce: { required: () => true },
  ttl: { Interaction: 600, Session: 3600, Grant: 3600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
})

const page = (words) => `<!doctype html><html lang="en"><title>Provider</title><main><h1>Provider</h1>${words}</main></html>`

function asked(context, form) {
  context.body = page(`${form}<button type="submit" form="op.logoutForm" name="logout" value="yes">Yes, sign me out</button>`)
}

// Whoever is asked for says so on a page; what a client may see is granted at once.
async function interact(request, response, path) {
  const { prompt, params, session, uid } = await provider.interactionDetails(request, response)
  if (prompt.name === "consent") {
    return provider.interactionFinished(request, response, { consent: { grantId: await granted(session, params) } })
  }
  const who = path[3]
  if (who === "nobody") return provider.interactionFinished(request, response, { error: "access_denied" })
  if (who) return provider.interactionFinished(request, response, { login: { accountId: who } })
  const links = [...Object.keys(PEOPLE), "nobody"].map((name) => `<p><a href="/interaction/${uid}/${name}">I am ${name}</a></p>`)
  response.setHeader("Content-Type", "text/html")
  response.end(page(links.join("")))
}

async function granted(session, params) {
  const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id })
  grant.addOIDCScope(params.scope)
  return grant.save()
}

createServer((request, response) => {
  const path = new URL(request.url, issuer).pathname.split("/")
  if (path[1] !== "interaction") return provider.callback()(request, response)
  interact(request, response, path).catch((error) => {
    response.statusCode = 500
    response.end(String(error))
  })
}).listen(Number(port), "127.0.0.1", () => console.log(`listening at ${issuer}`))
