/** What the compiler's output still lacks to be the package: `npm run build` and the tests both make it by this. */
import "./publicTypes.mts";
import "./shorten.mts";
import "./plugin/bundle.mts";
